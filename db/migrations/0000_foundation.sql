CREATE TABLE `email_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`purpose` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `email_tokens_user` ON `email_tokens` (`user_id`,`purpose`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`approver` integer DEFAULT false NOT NULL,
	`token_hash` text NOT NULL,
	`invited_by_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`revoked_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`invited_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_open` ON `invitations` (`organisation_id`,`email`) WHERE accepted_at is null and revoked_at is null;--> statement-breakpoint
CREATE TABLE `memberships` (
	`user_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`role` text NOT NULL,
	`approver` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `organisation_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "memberships_role" CHECK("memberships"."role" in ('owner','member'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_one` ON `memberships` (`user_id`);--> statement-breakpoint
CREATE INDEX `memberships_organisation` ON `memberships` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name_en` text NOT NULL,
	`name_zh` text NOT NULL,
	`credit_code` text,
	`country` text NOT NULL,
	`province` text,
	`city` text,
	`pending_since` integer,
	`created_at` integer NOT NULL,
	CONSTRAINT "organisations_kind" CHECK("organisations"."kind" in ('msme','mnc','chamber','partner')),
	CONSTRAINT "organisations_named" CHECK("organisations"."name_en" <> '' or "organisations"."name_zh" <> '')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_credit_code` ON `organisations` (`credit_code`);--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`policy` text NOT NULL,
	`key` text NOT NULL,
	`window_start` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`policy`, `key`)
);
--> statement-breakpoint
CREATE INDEX `rate_limits_window` ON `rate_limits` (`window_start`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`used_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recovery_codes_hash` ON `recovery_codes` (`user_id`,`code_hash`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`device` text NOT NULL,
	`second_factor_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `staff_roles` (
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `role`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "staff_roles_role" CHECK("staff_roles"."role" in ('editor','vetter','organiser','admin'))
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`lang` text NOT NULL,
	`password_hash` text NOT NULL,
	`email_verified_at` integer,
	`totp_secret` text,
	`totp_confirmed_at` integer,
	`totp_last_step` integer,
	`disabled_at` integer,
	`created_at` integer NOT NULL,
	CONSTRAINT "users_email_lower" CHECK("users"."email" = lower(trim("users"."email")))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`record` text NOT NULL,
	`record_id` text NOT NULL,
	`from_state` text,
	`to_state` text,
	`detail` text,
	`request_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entries_record` ON `audit_entries` (`record`,`record_id`);--> statement-breakpoint
CREATE INDEX `audit_entries_actor` ON `audit_entries` (`actor_id`);--> statement-breakpoint
CREATE INDEX `audit_entries_at` ON `audit_entries` (`at`);--> statement-breakpoint
CREATE TABLE `content_version` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `glossary_terms` (
	`id` text PRIMARY KEY NOT NULL,
	`term_en` text NOT NULL,
	`term_zh` text NOT NULL,
	`definition_en` text NOT NULL,
	`definition_zh` text NOT NULL,
	`also_searched_as` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `section_revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`section_id` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`body` text NOT NULL,
	`sources` text NOT NULL,
	`author_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `section_revisions_number` ON `section_revisions` (`section_id`,`number`);--> statement-breakpoint
CREATE INDEX `section_revisions_section` ON `section_revisions` (`section_id`);--> statement-breakpoint
CREATE TABLE `sections` (
	`id` text PRIMARY KEY NOT NULL,
	`market_code` text NOT NULL,
	`topic` text NOT NULL,
	`lang` text NOT NULL,
	`status` text NOT NULL,
	`owner_id` text,
	`published_revision_id` text,
	`published_at` integer,
	`verified_at` text,
	`review_due_at` text NOT NULL,
	`basis` text NOT NULL,
	`level_with_revision_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`market_code`) REFERENCES `markets`(`code`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "sections_status" CHECK("sections"."status" in ('draft','in_review','published','archived')),
	CONSTRAINT "sections_published" CHECK("sections"."status" <> 'published' or "sections"."published_revision_id" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sections_place` ON `sections` (`market_code`,`topic`,`lang`);--> statement-breakpoint
CREATE TABLE `facts` (
	`id` text PRIMARY KEY NOT NULL,
	`market_code` text NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`topic` text NOT NULL,
	`position` integer NOT NULL,
	`label_en` text NOT NULL,
	`label_zh` text,
	`text_en` text,
	`text_zh` text,
	`note_en` text,
	`note_zh` text,
	`value` real,
	`unit` text,
	`url` text,
	`detail` text NOT NULL,
	`source_id` text,
	`as_of` integer,
	`confidence` text,
	`basis` text,
	`gap` integer DEFAULT false NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`market_code`) REFERENCES `markets`(`code`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "facts_sourced" CHECK("facts"."gap" = 1 or ("facts"."source_id" is not null and "facts"."as_of" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `facts_market_key` ON `facts` (`market_code`,`key`);--> statement-breakpoint
CREATE INDEX `facts_market_topic` ON `facts` (`market_code`,`topic`);--> statement-breakpoint
CREATE TABLE `market_blocks` (
	`market_code` text NOT NULL,
	`block_code` text NOT NULL,
	PRIMARY KEY(`market_code`, `block_code`),
	FOREIGN KEY (`market_code`) REFERENCES `markets`(`code`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`block_code`) REFERENCES `markets`(`code`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `markets` (
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
	CONSTRAINT "markets_kind" CHECK("markets"."kind" in ('market','block','origin'))
);
--> statement-breakpoint
CREATE TABLE `sectors` (
	`code` text PRIMARY KEY NOT NULL,
	`parent_code` text,
	`kind` text NOT NULL,
	`name_en` text NOT NULL,
	`name_zh` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sectors_parent` ON `sectors` (`parent_code`);--> statement-breakpoint
CREATE TABLE `sources` (
	`id` text PRIMARY KEY NOT NULL,
	`name_en` text NOT NULL,
	`name_zh` text NOT NULL,
	`url` text
);
--> statement-breakpoint
CREATE TABLE `endorsements` (
	`id` text PRIMARY KEY NOT NULL,
	`mnc_id` text NOT NULL,
	`msme_id` text NOT NULL,
	`state` text NOT NULL,
	`supplier_since` integer NOT NULL,
	`scope_sectors` text NOT NULL,
	`scope_markets` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_until` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`mnc_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`msme_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `endorsements_msme` ON `endorsements` (`msme_id`);--> statement-breakpoint
CREATE INDEX `endorsements_mnc` ON `endorsements` (`mnc_id`);--> statement-breakpoint
CREATE TABLE `exporter_profiles` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`industry` text,
	`employees` integer,
	`revenue_wan` real,
	`assets_wan` real,
	`summary_en` text DEFAULT '' NOT NULL,
	`summary_zh` text DEFAULT '' NOT NULL,
	`exporting_since` integer,
	`stated_groups` text DEFAULT '[]' NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "profiles_employees" CHECK("exporter_profiles"."employees" is null or "exporter_profiles"."employees" >= 0),
	CONSTRAINT "profiles_revenue" CHECK("exporter_profiles"."revenue_wan" is null or "exporter_profiles"."revenue_wan" >= 0),
	CONSTRAINT "profiles_assets" CHECK("exporter_profiles"."assets_wan" is null or "exporter_profiles"."assets_wan" >= 0)
);
--> statement-breakpoint
CREATE TABLE `profile_certificates` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`code` text NOT NULL,
	`issuer` text NOT NULL,
	`expires_on` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `profile_certificates_org` ON `profile_certificates` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `profile_languages` (
	`organisation_id` text NOT NULL,
	`language` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `language`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `profile_markets` (
	`organisation_id` text NOT NULL,
	`market_code` text NOT NULL,
	`relation` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `market_code`, `relation`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`market_code`) REFERENCES `markets`(`code`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `profile_needs` (
	`organisation_id` text NOT NULL,
	`need` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `need`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `profile_products` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`hs` text NOT NULL,
	`name_en` text NOT NULL,
	`name_zh` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "profile_products_hs" CHECK(length("profile_products"."hs") in (2,4,6))
);
--> statement-breakpoint
CREATE INDEX `profile_products_org` ON `profile_products` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `vetting_cases` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`state` text NOT NULL,
	`scores` text,
	`submitted_at` integer,
	`decided_at` integer,
	`expires_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `vetting_cases_org` ON `vetting_cases` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `mail_outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`to` text NOT NULL,
	`lang` text NOT NULL,
	`template` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE INDEX `mail_outbox_due` ON `mail_outbox` (`sent_at`,`next_attempt_at`);--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`key` text NOT NULL,
	`params` text NOT NULL,
	`path` text NOT NULL,
	`read_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `notifications_user` ON `notifications` (`user_id`,`read_at`);--> statement-breakpoint
CREATE TABLE `opportunities` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`owner_id` text NOT NULL,
	`title_en` text NOT NULL,
	`title_zh` text NOT NULL,
	`summary_en` text NOT NULL,
	`summary_zh` text NOT NULL,
	`body_en` text NOT NULL,
	`body_zh` text NOT NULL,
	`seats` integer NOT NULL,
	`apply_by` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`date_precision` text DEFAULT 'day' NOT NULL,
	`time_zone` text NOT NULL,
	`place_en` text,
	`place_zh` text,
	`offers` text NOT NULL,
	`certificates` text DEFAULT '[]' NOT NULL,
	`languages` text DEFAULT '[]' NOT NULL,
	`rules` text NOT NULL,
	`weights` text NOT NULL,
	`quotas` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "opportunities_kind" CHECK("opportunities"."kind" in ('sponsorship','fair','consortium')),
	CONSTRAINT "opportunities_seats" CHECK("opportunities"."seats" > 0),
	CONSTRAINT "opportunities_dates" CHECK("opportunities"."ends_at" >= "opportunities"."starts_at")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `opportunities_slug` ON `opportunities` (`slug`);--> statement-breakpoint
CREATE INDEX `opportunities_kind_state` ON `opportunities` (`kind`,`state`);--> statement-breakpoint
CREATE TABLE `opportunity_markets` (
	`opportunity_id` text NOT NULL,
	`market_code` text NOT NULL,
	PRIMARY KEY(`opportunity_id`, `market_code`),
	FOREIGN KEY (`opportunity_id`) REFERENCES `opportunities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`market_code`) REFERENCES `markets`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `opportunity_sectors` (
	`opportunity_id` text NOT NULL,
	`sector_code` text NOT NULL,
	PRIMARY KEY(`opportunity_id`, `sector_code`),
	FOREIGN KEY (`opportunity_id`) REFERENCES `opportunities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`sector_code`) REFERENCES `sectors`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `search_cursors` (
	`engine` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`build` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_outbox` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`index` text NOT NULL,
	`document_id` text NOT NULL,
	`created_at` integer NOT NULL
);
