CREATE TABLE `log_entries` (
	`position` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`event` text NOT NULL,
	`record_id` text NOT NULL,
	`digest` text NOT NULL,
	`leaf` text NOT NULL,
	FOREIGN KEY (`record_id`) REFERENCES `records`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `log_entries_record` ON `log_entries` (`record_id`,`position`);--> statement-breakpoint
CREATE INDEX `log_entries_digest` ON `log_entries` (`digest`);--> statement-breakpoint
CREATE TABLE `log_heads` (
	`size` integer PRIMARY KEY NOT NULL,
	`root` text NOT NULL,
	`at` integer NOT NULL,
	`jws` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `log_nodes` (
	`level` integer NOT NULL,
	`position` integer NOT NULL,
	`hash` blob NOT NULL,
	PRIMARY KEY(`level`, `position`)
);
--> statement-breakpoint
CREATE TABLE `record_credentials` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`record_id` text NOT NULL,
	`identity` text NOT NULL,
	`digest` text,
	`json` text NOT NULL,
	`key` text NOT NULL,
	`signed_at` integer NOT NULL,
	FOREIGN KEY (`record_id`) REFERENCES `records`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `record_credentials_record` ON `record_credentials` (`record_id`,`identity`,`id`);--> statement-breakpoint
CREATE INDEX `record_credentials_digest` ON `record_credentials` (`digest`);--> statement-breakpoint
CREATE INDEX `record_credentials_unlogged` ON `record_credentials` (`id`) WHERE "digest" is null;--> statement-breakpoint
CREATE TABLE `status_lists` (
	`number` integer PRIMARY KEY NOT NULL,
	`taken` integer NOT NULL,
	`version` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
-- Rebuilt by hand, so that existing rows take what they have along: the credential goes to record_credentials byte for byte, the address
-- is the account's of today, the place in a status list is drawn at random.
CREATE TABLE `__new_records` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`course_id` integer NOT NULL,
	`edition_id` integer NOT NULL,
	`locale` text NOT NULL,
	`holder` text NOT NULL,
	`email` text NOT NULL,
	`identity` text NOT NULL,
	`salt` text NOT NULL,
	`evidence` text,
	`completed_at` integer NOT NULL,
	`issued_at` integer NOT NULL,
	`valid_until` integer,
	`credential_id` integer,
	`status_list` integer NOT NULL,
	`status_index` integer NOT NULL,
	`replaces` text,
	`replaced_by` text,
	`replaced_for` text,
	`replaced_at` integer,
	`revoked_at` integer,
	`revoked_reason` text,
	`reason_public` integer DEFAULT false NOT NULL,
	`reinstated_at` integer,
	`hidden` integer DEFAULT false NOT NULL,
	`reminded_days` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`credential_id`) REFERENCES `record_credentials`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replaces`) REFERENCES `records`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replaced_by`) REFERENCES `records`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `record_credentials` (`record_id`, `identity`, `digest`, `json`, `key`, `signed_at`)
  SELECT `id`, 'named', NULL, `credential`,
    coalesce(substr(json_extract(`credential`, '$.proof[0].verificationMethod'), instr(json_extract(`credential`, '$.proof[0].verificationMethod'), '#') + 1), ''),
    `issued_at`
  FROM `records` WHERE `credential` IS NOT NULL ORDER BY `issued_at`, `id`;--> statement-breakpoint
INSERT INTO `__new_records` (`id`, `account_id`, `course_id`, `edition_id`, `locale`, `holder`, `email`, `identity`, `salt`, `completed_at`, `issued_at`,
    `credential_id`, `status_list`, `status_index`, `revoked_at`, `revoked_reason`)
  SELECT r.`id`, r.`account_id`, r.`course_id`, r.`edition_id`, r.`locale`, r.`holder`, a.`email`,
    CASE WHEN c.`id` IS NULL THEN 'hashed' ELSE 'named' END, lower(hex(randomblob(16))), r.`issued_at`, r.`issued_at`,
    c.`id`, r.`place` / 65536, r.`place` % 65536 * 2 + abs(random() % 2), r.`revoked_at`, r.`revoked_reason`
  FROM (SELECT *, row_number() OVER (ORDER BY random()) - 1 AS `place` FROM `records`) r
  JOIN `accounts` a ON a.`id` = r.`account_id`
  LEFT JOIN `record_credentials` c ON c.`record_id` = r.`id` ORDER BY r.`issued_at`, r.`id`;--> statement-breakpoint
INSERT INTO `status_lists` (`number`, `taken`) SELECT `status_list`, count(*) FROM `__new_records` GROUP BY `status_list`;--> statement-breakpoint
DROP TABLE `records`;--> statement-breakpoint
ALTER TABLE `__new_records` RENAME TO `records`;--> statement-breakpoint
CREATE UNIQUE INDEX `records_current` ON `records` (`account_id`,`course_id`) WHERE "replaced_by" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `records_status` ON `records` (`status_list`,`status_index`);--> statement-breakpoint
CREATE UNIQUE INDEX `records_replaces` ON `records` (`replaces`);--> statement-breakpoint
CREATE INDEX `records_expiry` ON `records` (`valid_until`) WHERE "valid_until" is not null;--> statement-breakpoint
CREATE INDEX `records_issued` ON `records` (`issued_at`,`id`);--> statement-breakpoint
CREATE INDEX `records_course_issued` ON `records` (`course_id`,`issued_at`,`id`);--> statement-breakpoint
CREATE INDEX `records_set` ON `records` (`status_list`,`status_index`) WHERE "revoked_at" is not null or "replaced_for" = 'correction';--> statement-breakpoint
CREATE INDEX `records_account_course` ON `records` (`account_id`,`course_id`);--> statement-breakpoint
CREATE INDEX `records_unsigned` ON `records` (`issued_at`) WHERE "credential_id" is null;--> statement-breakpoint
ALTER TABLE `accounts` ADD `record_identity` text DEFAULT 'hashed' NOT NULL;--> statement-breakpoint
ALTER TABLE `enrolments` ADD `renewal_at` integer;
