ALTER TABLE `glossary_terms` ADD `mentions_en` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `glossary_terms` ADD `mentions_zh` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `market_blocks` ADD `inherits` integer DEFAULT true NOT NULL;