CREATE TABLE `sittings` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`lesson_id` integer NOT NULL,
	`edition_id` integer NOT NULL,
	`text_digest` text NOT NULL,
	`locale` text NOT NULL,
	`seed` integer NOT NULL,
	`answers` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`started_at` integer NOT NULL,
	`due_at` integer,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`text_digest`) REFERENCES `texts`(`digest`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sittings_account_lesson` ON `sittings` (`account_id`,`lesson_id`);--> statement-breakpoint
CREATE TABLE `faces` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`digest` text NOT NULL,
	`characters` text NOT NULL,
	`bytes` blob NOT NULL,
	`replaced` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `faces_digest_unique` ON `faces` (`digest`);--> statement-breakpoint
CREATE TABLE `annotations` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`lesson_id` integer NOT NULL,
	`kind` text NOT NULL,
	`block` integer NOT NULL,
	`text_digest` text NOT NULL,
	`locale` text NOT NULL,
	`quote` text NOT NULL,
	`quote_start` integer,
	`note` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`text_digest`) REFERENCES `texts`(`digest`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `annotations_account_lesson` ON `annotations` (`account_id`,`lesson_id`,`block`);--> statement-breakpoint
CREATE TABLE `change_reviews` (
	`account_id` integer NOT NULL,
	`lesson_id` integer NOT NULL,
	`edition_id` integer NOT NULL,
	`reviewed_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `lesson_id`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `deliveries` (
	`account_id` integer NOT NULL,
	`id` text NOT NULL,
	`reply` text NOT NULL,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `id`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `positions` (
	`account_id` integer NOT NULL,
	`lesson_id` integer NOT NULL,
	`block` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `lesson_id`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `search_documents` (
	`id` integer PRIMARY KEY NOT NULL,
	`course_id` integer NOT NULL,
	`kind` text NOT NULL,
	`lesson_id` integer,
	`key` text NOT NULL,
	`locale` text NOT NULL,
	`source` text NOT NULL,
	`open` integer NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`anchors` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lesson_id`) REFERENCES `lessons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_documents_key` ON `search_documents` (`course_id`,`key`,`locale`);--> statement-breakpoint
ALTER TABLE `attempts` ADD `seed` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `attempts` ADD `started_at` integer;--> statement-breakpoint
ALTER TABLE `reflections` ADD `version` integer DEFAULT 1 NOT NULL;