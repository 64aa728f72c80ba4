-- What was signed and what was logged is never changed and never deleted.
CREATE TRIGGER record_credentials_never_changed BEFORE UPDATE ON record_credentials
WHEN old.digest IS NOT NULL OR (new.id, new.record_id, new.identity, new.json, new.key, new.signed_at) IS NOT (old.id, old.record_id, old.identity, old.json, old.key, old.signed_at)
BEGIN SELECT RAISE(ABORT, 'signed credentials are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER record_credentials_never_deleted BEFORE DELETE ON record_credentials BEGIN SELECT RAISE(ABORT, 'signed credentials are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER log_entries_never_updated BEFORE UPDATE ON log_entries BEGIN SELECT RAISE(ABORT, 'log entries are never updated'); END;
--> statement-breakpoint
CREATE TRIGGER log_entries_never_deleted BEFORE DELETE ON log_entries BEGIN SELECT RAISE(ABORT, 'log entries are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER log_entries_without_gaps BEFORE INSERT ON log_entries WHEN new.position <> (SELECT coalesce(max(position) + 1, 0) FROM log_entries)
BEGIN SELECT RAISE(ABORT, 'log entries follow each other'); END;
--> statement-breakpoint
CREATE TRIGGER log_nodes_never_updated BEFORE UPDATE ON log_nodes BEGIN SELECT RAISE(ABORT, 'log nodes are never updated'); END;
--> statement-breakpoint
CREATE TRIGGER log_nodes_never_deleted BEFORE DELETE ON log_nodes BEGIN SELECT RAISE(ABORT, 'log nodes are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER log_heads_never_updated BEFORE UPDATE ON log_heads BEGIN SELECT RAISE(ABORT, 'log heads are never updated'); END;
--> statement-breakpoint
CREATE TRIGGER log_heads_never_deleted BEFORE DELETE ON log_heads BEGIN SELECT RAISE(ABORT, 'log heads are never deleted'); END;
--> statement-breakpoint
-- What a record attests does not change once it is written; a change is another record.
CREATE TRIGGER records_never_rewritten BEFORE UPDATE OF id, account_id, course_id, edition_id, locale, holder, email, salt, evidence, completed_at, issued_at, valid_until, status_list, status_index, replaces ON records
WHEN (new.id, new.account_id, new.course_id, new.edition_id, new.locale, new.holder, new.email, new.salt, new.evidence, new.completed_at, new.issued_at, new.valid_until, new.status_list, new.status_index, new.replaces)
  IS NOT (old.id, old.account_id, old.course_id, old.edition_id, old.locale, old.holder, old.email, old.salt, old.evidence, old.completed_at, old.issued_at, old.valid_until, old.status_list, old.status_index, old.replaces)
BEGIN SELECT RAISE(ABORT, 'what a record attests is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER records_never_deleted BEFORE DELETE ON records BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;
--> statement-breakpoint
-- A list knows that a bit of it has changed, whoever changed it.
CREATE TRIGGER status_lists_on_change AFTER UPDATE OF revoked_at, replaced_for ON records
WHEN (old.revoked_at IS NULL) <> (new.revoked_at IS NULL) OR old.replaced_for IS NOT new.replaced_for
BEGIN UPDATE status_lists SET version = version + 1 WHERE number = new.status_list; END;
