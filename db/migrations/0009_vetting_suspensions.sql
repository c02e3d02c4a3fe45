CREATE TABLE `vetting_suspensions` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`reason_code` text NOT NULL,
	`note` text NOT NULL,
	`proposed_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_by_id` text,
	`confirmed_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `vetting_cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`proposed_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `vetting_suspensions_case` ON `vetting_suspensions` (`case_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `vetting_suspensions_open` ON `vetting_suspensions` (`case_id`) WHERE confirmed_at is null and withdrawn_at is null;