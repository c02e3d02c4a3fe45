ALTER TABLE `email_tokens` ADD `new_email` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `vacant_since` integer;--> statement-breakpoint
ALTER TABLE `users` ADD `closed_at` integer;