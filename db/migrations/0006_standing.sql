CREATE TABLE `endorsement_credentials` (
	`endorsement_id` text PRIMARY KEY NOT NULL,
	`jwt` text NOT NULL,
	`key_id` text NOT NULL,
	`status_index` integer NOT NULL,
	`issued_at` integer NOT NULL,
	FOREIGN KEY (`endorsement_id`) REFERENCES `endorsements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`key_id`) REFERENCES `signing_keys`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `endorsement_credentials_status` ON `endorsement_credentials` (`status_index`);--> statement-breakpoint
CREATE TABLE `endorsement_flags` (
	`id` text PRIMARY KEY NOT NULL,
	`endorsement_id` text NOT NULL,
	`kind` text NOT NULL,
	`detail` text NOT NULL,
	`raised_at` integer NOT NULL,
	`outcome` text,
	`decided_by_id` text,
	`decided_at` integer,
	`reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`endorsement_id`) REFERENCES `endorsements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decided_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "endorsement_flags_decided" CHECK(("endorsement_flags"."outcome" is null) = ("endorsement_flags"."decided_at" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `endorsement_flags_one` ON `endorsement_flags` (`endorsement_id`,`kind`);--> statement-breakpoint
CREATE TABLE `signing_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`public_jwk` text NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	`compromised_at` integer
);
--> statement-breakpoint
CREATE TABLE `supplier_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`mnc_id` text NOT NULL,
	`email` text NOT NULL,
	`name_en` text DEFAULT '' NOT NULL,
	`name_zh` text DEFAULT '' NOT NULL,
	`credit_code` text,
	`supplier_since` integer,
	`goods` text DEFAULT '' NOT NULL,
	`token_hash` text NOT NULL,
	`invited_by_id` text NOT NULL,
	`msme_id` text,
	`accepted_at` integer,
	`withdrawn_at` integer,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`mnc_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`invited_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`msme_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `supplier_invitations_token` ON `supplier_invitations` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `supplier_invitations_open` ON `supplier_invitations` (`mnc_id`,`email`) WHERE accepted_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE TABLE `trade_confirmations` (
	`id` text PRIMARY KEY NOT NULL,
	`mnc_id` text NOT NULL,
	`msme_id` text NOT NULL,
	`year` integer NOT NULL,
	`spend_band` text NOT NULL,
	`confirmed_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`mnc_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`msme_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`confirmed_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `trade_confirmations_one` ON `trade_confirmations` (`mnc_id`,`msme_id`,`year`);--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`purpose` text NOT NULL,
	`wording` text NOT NULL,
	`given_by_id` text NOT NULL,
	`given_at` integer NOT NULL,
	`revoked_by_id` text,
	`revoked_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`given_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consents_in_force` ON `consents` (`organisation_id`,`purpose`) WHERE revoked_at is null;--> statement-breakpoint
CREATE TABLE `declared_relations` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`other_id` text,
	`other_name` text DEFAULT '' NOT NULL,
	`other_credit_code` text,
	`relation` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`declared_by_id` text NOT NULL,
	`ended_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`other_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`declared_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `declared_relations_org` ON `declared_relations` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `declared_relations_other` ON `declared_relations` (`other_id`);--> statement-breakpoint
CREATE TABLE `profile_capabilities` (
	`organisation_id` text NOT NULL,
	`capability` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `capability`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `profile_disclosures` (
	`organisation_id` text NOT NULL,
	`field_group` text NOT NULL,
	`level` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `field_group`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "profile_disclosures_level" CHECK("profile_disclosures"."level" in ('staff','endorsers','matched','network','public'))
);
--> statement-breakpoint
CREATE TABLE `profile_photos` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`upload_id` text NOT NULL,
	`caption_en` text DEFAULT '' NOT NULL,
	`caption_zh` text DEFAULT '' NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`upload_id`) REFERENCES `uploads`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `profile_photos_org` ON `profile_photos` (`organisation_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `profile_photos_upload` ON `profile_photos` (`upload_id`);--> statement-breakpoint
CREATE TABLE `readiness_answers` (
	`organisation_id` text NOT NULL,
	`question` text NOT NULL,
	`answer` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `question`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "readiness_answers_range" CHECK("readiness_answers"."answer" between 0 and 3)
);
--> statement-breakpoint
CREATE TABLE `size_standards` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`body` text NOT NULL,
	`effective_on` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`created_by_id` text,
	`created_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`created_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `size_standards_effective` ON `size_standards` (`effective_on`) WHERE withdrawn_at is null;--> statement-breakpoint
CREATE TABLE `introductions` (
	`id` text PRIMARY KEY NOT NULL,
	`asked_by_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`msme_id` text NOT NULL,
	`message` text NOT NULL,
	`state` text NOT NULL,
	`desk_by_id` text,
	`desk_note` text DEFAULT '' NOT NULL,
	`forwarded_at` integer,
	`answer_by` integer,
	`answered_by_id` text,
	`answered_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`asked_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`msme_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`desk_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `introductions_msme` ON `introductions` (`msme_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `introductions_open` ON `introductions` (`organisation_id`,`msme_id`) WHERE state in ('requested','forwarded','accepted');--> statement-breakpoint
CREATE TABLE `partner_scopes` (
	`partner_id` text PRIMARY KEY NOT NULL,
	`sectors` text NOT NULL,
	`markets` text NOT NULL,
	`set_by_id` text,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`partner_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`set_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `saved_suppliers` (
	`organisation_id` text NOT NULL,
	`msme_id` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`saved_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `msme_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`msme_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`saved_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `passport_openings` (
	`id` text PRIMARY KEY NOT NULL,
	`passport_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`body` text DEFAULT '' NOT NULL,
	`device` text DEFAULT '' NOT NULL,
	`form` text NOT NULL,
	FOREIGN KEY (`passport_id`) REFERENCES `passports`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `passport_openings_passport` ON `passport_openings` (`passport_id`);--> statement-breakpoint
CREATE TABLE `passports` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`label` text NOT NULL,
	`token_hash` text NOT NULL,
	`contents` text NOT NULL,
	`asks_who` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`max_openings` integer,
	`revoked_at` integer,
	`created_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `passports_token` ON `passports` (`token_hash`);--> statement-breakpoint
CREATE INDEX `passports_org` ON `passports` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`purpose` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`name` text NOT NULL,
	`width` integer,
	`height` integer,
	`uploaded_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`deleted_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`uploaded_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "uploads_media" CHECK("uploads"."media_type" in ('application/pdf','image/jpeg','image/png'))
);
--> statement-breakpoint
CREATE INDEX `uploads_org` ON `uploads` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `vetting_evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`upload_id` text NOT NULL,
	`kind` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `vetting_cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`upload_id`) REFERENCES `uploads`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `vetting_evidence_case` ON `vetting_evidence` (`case_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `vetting_evidence_upload` ON `vetting_evidence` (`upload_id`);--> statement-breakpoint
CREATE TABLE `vetting_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`from_staff` integer NOT NULL,
	`author_id` text NOT NULL,
	`template` text,
	`text_en` text DEFAULT '' NOT NULL,
	`text_zh` text DEFAULT '' NOT NULL,
	`answer_by` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `vetting_cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `vetting_messages_case` ON `vetting_messages` (`case_id`);--> statement-breakpoint
CREATE TABLE `vetting_reminders` (
	`case_id` text NOT NULL,
	`days_before` integer NOT NULL,
	`sent_at` integer NOT NULL,
	PRIMARY KEY(`case_id`, `days_before`),
	FOREIGN KEY (`case_id`) REFERENCES `vetting_cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `vetting_review_drafts` (
	`case_id` text NOT NULL,
	`reviewer_id` text NOT NULL,
	`body` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`case_id`, `reviewer_id`),
	FOREIGN KEY (`case_id`) REFERENCES `vetting_cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reviewer_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `vetting_reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`reviewer_id` text NOT NULL,
	`round` integer DEFAULT 0 NOT NULL,
	`place` integer NOT NULL,
	`scores` text NOT NULL,
	`reasons` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `vetting_cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reviewer_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "vetting_reviews_place_range" CHECK("vetting_reviews"."place" between 1 and 3)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `vetting_reviews_place` ON `vetting_reviews` (`case_id`,`round`,`place`);--> statement-breakpoint
CREATE UNIQUE INDEX `vetting_reviews_person` ON `vetting_reviews` (`case_id`,`reviewer_id`);--> statement-breakpoint
CREATE TABLE `vetting_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`from_state` text,
	`to_state` text NOT NULL,
	`reason_codes` text DEFAULT '[]' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `vetting_cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `vetting_steps_case` ON `vetting_steps` (`case_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_endorsements` (
	`id` text PRIMARY KEY NOT NULL,
	`mnc_id` text NOT NULL,
	`msme_id` text NOT NULL,
	`state` text NOT NULL,
	`supplier_since` integer NOT NULL,
	`goods_en` text DEFAULT '' NOT NULL,
	`goods_zh` text DEFAULT '' NOT NULL,
	`relationship` text DEFAULT 'directSupplier' NOT NULL,
	`spend_band` text,
	`record_en` text DEFAULT '' NOT NULL,
	`record_zh` text DEFAULT '' NOT NULL,
	`scope_sectors` text NOT NULL,
	`scope_markets` text NOT NULL,
	`audience` text DEFAULT 'public' NOT NULL,
	`conflict_statement` text DEFAULT '' NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_until` integer NOT NULL,
	`drafted_by_id` text,
	`submitted_at` integer,
	`approved_by_id` text,
	`approved_at` integer,
	`accepted_by_id` text,
	`accepted_at` integer,
	`shown_fields` text DEFAULT '[]' NOT NULL,
	`returned_note` text DEFAULT '' NOT NULL,
	`returned_by` text,
	`revoked_by_id` text,
	`revoked_at` integer,
	`revoked_reason` text,
	`renews_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`mnc_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`msme_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`drafted_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accepted_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "endorsements_two_people" CHECK("__new_endorsements"."approved_by_id" is null or "__new_endorsements"."approved_by_id" <> "__new_endorsements"."drafted_by_id"),
	CONSTRAINT "endorsements_not_own" CHECK("__new_endorsements"."mnc_id" <> "__new_endorsements"."msme_id")
);
--> statement-breakpoint
INSERT INTO `__new_endorsements`("id", "mnc_id", "msme_id", "state", "supplier_since", "scope_sectors", "scope_markets", "valid_from", "valid_until", "created_at") SELECT "id", "mnc_id", "msme_id", "state", "supplier_since", "scope_sectors", "scope_markets", "valid_from", "valid_until", "created_at" FROM `endorsements`;--> statement-breakpoint
DROP TABLE `endorsements`;--> statement-breakpoint
ALTER TABLE `__new_endorsements` RENAME TO `endorsements`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `endorsements_msme` ON `endorsements` (`msme_id`);--> statement-breakpoint
CREATE INDEX `endorsements_mnc` ON `endorsements` (`mnc_id`);--> statement-breakpoint
ALTER TABLE `exporter_profiles` ADD `division` text;--> statement-breakpoint
ALTER TABLE `exporter_profiles` ADD `under_large_control` integer;--> statement-breakpoint
ALTER TABLE `exporter_profiles` ADD `capacity_en` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `exporter_profiles` ADD `capacity_zh` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `vetting_cases` ADD `snapshot` text;--> statement-breakpoint
ALTER TABLE `vetting_cases` ADD `submitted_by_id` text REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `vetting_cases` ADD `waiting_since` integer;--> statement-breakpoint
ALTER TABLE `vetting_cases` ADD `used_ms` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `vetting_cases` ADD `reason_codes` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `vetting_cases` ADD `decision_note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `vetting_cases` ADD `appeal_text` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `vetting_cases` ADD `appealed_at` integer;--> statement-breakpoint
CREATE INDEX `vetting_cases_state` ON `vetting_cases` (`state`);--> statement-breakpoint
CREATE UNIQUE INDEX `vetting_cases_open` ON `vetting_cases` (`organisation_id`) WHERE state in ('draft','submitted','in_review','more_info','appealed');