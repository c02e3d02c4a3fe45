ALTER TABLE `checklist_items` ADD `stage` text DEFAULT 'quote' NOT NULL;--> statement-breakpoint
ALTER TABLE `checklist_items` ADD `step` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `checklist_items` ADD `seen_at` integer;--> statement-breakpoint
ALTER TABLE `checklist_items` ADD `removed_at` integer;--> statement-breakpoint
ALTER TABLE `checklists` ADD `ship_on` text;--> statement-breakpoint
ALTER TABLE `checklists` ADD `deleted_at` integer;