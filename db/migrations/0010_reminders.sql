CREATE TABLE `certificate_reminders` (
	`organisation_id` text NOT NULL,
	`code` text NOT NULL,
	`issuer` text NOT NULL,
	`expires_on` text NOT NULL,
	`days_before` integer NOT NULL,
	`sent_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `code`, `issuer`, `expires_on`, `days_before`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `introductions` ADD `reminded_at` integer;--> statement-breakpoint
ALTER TABLE `saved_suppliers` ADD `removed_at` integer;