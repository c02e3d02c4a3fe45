CREATE TABLE `spent_status_indexes` (
	`status_index` integer PRIMARY KEY NOT NULL,
	`endorsement_id` text NOT NULL
);
