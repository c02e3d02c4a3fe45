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
	`edited_by_id` text,
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
	`reminded_days` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`mnc_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`msme_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`drafted_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edited_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accepted_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "endorsements_two_people" CHECK("__new_endorsements"."approved_by_id" is null or "__new_endorsements"."approved_by_id" <> "__new_endorsements"."drafted_by_id"),
	CONSTRAINT "endorsements_two_hands" CHECK("__new_endorsements"."approved_by_id" is null or "__new_endorsements"."approved_by_id" <> "__new_endorsements"."edited_by_id"),
	CONSTRAINT "endorsements_twelve_months" CHECK("__new_endorsements"."valid_from" < "__new_endorsements"."valid_until" and "__new_endorsements"."valid_until" - "__new_endorsements"."valid_from" <= 31622400000),
	CONSTRAINT "endorsements_not_own" CHECK("__new_endorsements"."mnc_id" <> "__new_endorsements"."msme_id")
);
--> statement-breakpoint
INSERT INTO `__new_endorsements`("id", "mnc_id", "msme_id", "state", "supplier_since", "goods_en", "goods_zh", "relationship", "spend_band", "record_en", "record_zh", "scope_sectors", "scope_markets", "audience", "conflict_statement", "valid_from", "valid_until", "drafted_by_id", "edited_by_id", "submitted_at", "approved_by_id", "approved_at", "accepted_by_id", "accepted_at", "shown_fields", "returned_note", "returned_by", "revoked_by_id", "revoked_at", "revoked_reason", "renews_id", "reminded_days", "created_at") SELECT "id", "mnc_id", "msme_id", "state", "supplier_since", "goods_en", "goods_zh", "relationship", "spend_band", "record_en", "record_zh", "scope_sectors", "scope_markets", "audience", "conflict_statement", "valid_from", "valid_until", "drafted_by_id", NULL, "submitted_at", "approved_by_id", "approved_at", "accepted_by_id", "accepted_at", "shown_fields", "returned_note", "returned_by", "revoked_by_id", "revoked_at", "revoked_reason", "renews_id", NULL, "created_at" FROM `endorsements`;--> statement-breakpoint
DROP TABLE `endorsements`;--> statement-breakpoint
ALTER TABLE `__new_endorsements` RENAME TO `endorsements`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `endorsements_msme` ON `endorsements` (`msme_id`);--> statement-breakpoint
CREATE INDEX `endorsements_mnc` ON `endorsements` (`mnc_id`);