CREATE TABLE `section_drafts` (
	`section_id` text PRIMARY KEY NOT NULL,
	`base_revision_id` text,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`body` text NOT NULL,
	`sources` text NOT NULL,
	`basis` text NOT NULL,
	`verified_at` text,
	`review_due_at` text NOT NULL,
	`evidence` text DEFAULT '' NOT NULL,
	`change_en` text DEFAULT '' NOT NULL,
	`change_zh` text DEFAULT '' NOT NULL,
	`review_note` text DEFAULT '' NOT NULL,
	`levels_pair` integer DEFAULT false NOT NULL,
	`author_id` text,
	`submitted_at` integer,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "section_drafts_state" CHECK("section_drafts"."state" in ('draft','in_review'))
);
--> statement-breakpoint
CREATE TABLE `section_feedback` (
	`id` text PRIMARY KEY NOT NULL,
	`section_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`kind` text NOT NULL,
	`reasons` text NOT NULL,
	`quote` text DEFAULT '' NOT NULL,
	`message` text DEFAULT '' NOT NULL,
	`user_id` text,
	`state` text NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`closed_by_id` text,
	`closed_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`closed_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `section_feedback_section` ON `section_feedback` (`section_id`,`state`);--> statement-breakpoint
CREATE TABLE `checklist_items` (
	`id` text PRIMARY KEY NOT NULL,
	`checklist_id` text NOT NULL,
	`position` integer NOT NULL,
	`topic` text,
	`fact_key` text,
	`text` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`due_on` text,
	`done_at` integer,
	FOREIGN KEY (`checklist_id`) REFERENCES `checklists`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `checklist_items_checklist` ON `checklist_items` (`checklist_id`,`position`);--> statement-breakpoint
CREATE TABLE `checklists` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`market_code` text NOT NULL,
	`hs` text,
	`title` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`market_code`) REFERENCES `markets`(`code`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `checklists_user` ON `checklists` (`user_id`);--> statement-breakpoint
CREATE TABLE `desk_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`query` text NOT NULL,
	`question` text NOT NULL,
	`lang` text NOT NULL,
	`state` text NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`answered_by_id` text,
	`answered_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`answered_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "desk_questions_state_known" CHECK("desk_questions"."state" in ('open','answered','closed'))
);
--> statement-breakpoint
CREATE INDEX `desk_questions_state` ON `desk_questions` (`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `desk_questions_user` ON `desk_questions` (`user_id`);--> statement-breakpoint
CREATE TABLE `follows` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`market_code` text NOT NULL,
	`topic` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`market_code`) REFERENCES `markets`(`code`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `follows_one` ON `follows` (`user_id`,`market_code`,`topic`);--> statement-breakpoint
CREATE TABLE `saved_searches` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`query` text NOT NULL,
	`lang` text NOT NULL,
	`filters` text NOT NULL,
	`seen_ids` text NOT NULL,
	`next_digest_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `saved_searches_user` ON `saved_searches` (`user_id`);--> statement-breakpoint
CREATE INDEX `saved_searches_due` ON `saved_searches` (`next_digest_at`);--> statement-breakpoint
CREATE TABLE `query_log` (
	`day` text NOT NULL,
	`lang` text NOT NULL,
	`query` text NOT NULL,
	`searches` integer NOT NULL,
	`hits` integer NOT NULL,
	PRIMARY KEY(`day`, `lang`, `query`)
);
--> statement-breakpoint
CREATE TABLE `synonym_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`terms` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_markets` (
	`code` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`iso3` text,
	`name_en` text NOT NULL,
	`name_zh` text NOT NULL,
	`region` text,
	`currency` text,
	`languages` text NOT NULL,
	`aliases` text NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "markets_kind" CHECK("__new_markets"."kind" in ('market','block','origin','world'))
);
--> statement-breakpoint
INSERT INTO `__new_markets`("code", "kind", "iso3", "name_en", "name_zh", "region", "currency", "languages", "aliases", "updated_at") SELECT "code", "kind", "iso3", "name_en", "name_zh", "region", "currency", "languages", "aliases", "updated_at" FROM `markets`;--> statement-breakpoint
DROP TABLE `markets`;--> statement-breakpoint
ALTER TABLE `__new_markets` RENAME TO `markets`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
ALTER TABLE `section_revisions` ADD `published_by_id` text;--> statement-breakpoint
ALTER TABLE `section_revisions` ADD `change_en` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `section_revisions` ADD `change_zh` text DEFAULT '' NOT NULL;