-- The audit log only grows.
CREATE TRIGGER entries_never_updated BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'audit entries are never updated'); END;
--> statement-breakpoint
CREATE TRIGGER entries_never_deleted BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'audit entries are never deleted'); END;
--> statement-breakpoint
-- Editions are immutable once published.
CREATE TRIGGER editions_never_updated BEFORE UPDATE ON editions BEGIN SELECT RAISE(ABORT, 'editions are never updated'); END;
--> statement-breakpoint
-- Attempts are graded once.
CREATE TRIGGER attempts_never_updated BEFORE UPDATE ON attempts BEGIN SELECT RAISE(ABORT, 'attempts are never updated'); END;
--> statement-breakpoint
-- Report counts follow enrolments ...
CREATE TRIGGER enrolment_counts_on_insert AFTER INSERT ON enrolments BEGIN
  INSERT INTO enrolment_counts (park_id, unit_id, course_id, enrolments, completed, last_activity_at)
    SELECT park_id, coalesce(unit_id, 0), new.course_id, 1, new.completed_at IS NOT NULL, new.last_activity_at
    FROM accounts WHERE id = new.account_id
    ON CONFLICT DO UPDATE SET
      enrolments = enrolments + 1,
      completed = completed + (new.completed_at IS NOT NULL),
      last_activity_at = max(last_activity_at, new.last_activity_at);
  INSERT INTO learner_counts (park_id, unit_id, learners, agreed)
    SELECT park_id, coalesce(unit_id, 0), 1, shared_at IS NOT NULL FROM accounts
    WHERE id = new.account_id AND (SELECT count(*) FROM enrolments WHERE account_id = new.account_id) = 1
    ON CONFLICT DO UPDATE SET learners = learners + 1, agreed = agreed + excluded.agreed;
END;
--> statement-breakpoint
CREATE TRIGGER enrolment_counts_on_update AFTER UPDATE OF completed_at, last_activity_at ON enrolments
WHEN (old.completed_at IS NULL) <> (new.completed_at IS NULL) OR old.last_activity_at <> new.last_activity_at BEGIN
  UPDATE enrolment_counts SET
    completed = completed + (new.completed_at IS NOT NULL) - (old.completed_at IS NOT NULL),
    -- A clock that was set back may lower it: only then is the group looked through.
    last_activity_at = CASE
      WHEN new.last_activity_at >= old.last_activity_at THEN max(last_activity_at, new.last_activity_at)
      ELSE (SELECT max(e.last_activity_at) FROM accounts a JOIN enrolments e ON e.account_id = a.id AND e.course_id = new.course_id
        WHERE a.park_id = enrolment_counts.park_id AND coalesce(a.unit_id, 0) = enrolment_counts.unit_id)
    END
  WHERE course_id = new.course_id
    AND (park_id, unit_id) = (SELECT park_id, coalesce(unit_id, 0) FROM accounts WHERE id = new.account_id);
END;
--> statement-breakpoint
-- ... and people who move between units. Enrolments themselves are never deleted, nor given to another person or course.
CREATE TRIGGER enrolments_never_deleted BEFORE DELETE ON enrolments BEGIN SELECT RAISE(ABORT, 'enrolments are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER enrolments_never_moved BEFORE UPDATE OF account_id, course_id ON enrolments
WHEN old.account_id <> new.account_id OR old.course_id <> new.course_id BEGIN
  SELECT RAISE(ABORT, 'enrolments are never given to another person or course');
END;
--> statement-breakpoint
CREATE TRIGGER enrolment_counts_on_move AFTER UPDATE OF park_id, unit_id ON accounts
WHEN old.park_id <> new.park_id OR old.unit_id IS NOT new.unit_id BEGIN
  INSERT INTO enrolment_counts (park_id, unit_id, course_id, enrolments, completed, last_activity_at)
    SELECT new.park_id, coalesce(new.unit_id, 0), course_id, 1, completed_at IS NOT NULL, last_activity_at
    FROM enrolments WHERE account_id = new.id
    ON CONFLICT DO UPDATE SET
      enrolments = enrolments + 1,
      completed = completed + excluded.completed,
      last_activity_at = max(last_activity_at, excluded.last_activity_at);
  UPDATE enrolment_counts SET
    enrolments = enrolments - 1,
    completed = completed - (SELECT completed_at IS NOT NULL FROM enrolments e WHERE e.account_id = new.id AND e.course_id = enrolment_counts.course_id),
    last_activity_at = coalesce((SELECT max(e.last_activity_at) FROM accounts a JOIN enrolments e ON e.account_id = a.id AND e.course_id = enrolment_counts.course_id
      WHERE a.park_id = old.park_id AND coalesce(a.unit_id, 0) = coalesce(old.unit_id, 0)), 0)
  WHERE park_id = old.park_id AND unit_id = coalesce(old.unit_id, 0)
    AND course_id IN (SELECT course_id FROM enrolments WHERE account_id = new.id);
  DELETE FROM enrolment_counts WHERE enrolments = 0;
  INSERT INTO learner_counts (park_id, unit_id, learners, agreed)
    SELECT new.park_id, coalesce(new.unit_id, 0), 1, new.shared_at IS NOT NULL WHERE EXISTS (SELECT 1 FROM enrolments WHERE account_id = new.id)
    ON CONFLICT DO UPDATE SET learners = learners + 1, agreed = agreed + excluded.agreed;
  UPDATE learner_counts SET learners = learners - 1, agreed = agreed - (old.shared_at IS NOT NULL)
  WHERE park_id = old.park_id AND unit_id = coalesce(old.unit_id, 0) AND EXISTS (SELECT 1 FROM enrolments WHERE account_id = new.id);
  DELETE FROM learner_counts WHERE learners = 0;
END;
--> statement-breakpoint
-- Agreeing to be named, and taking it back; a move in the same statement has counted it already.
CREATE TRIGGER learner_counts_on_agreement AFTER UPDATE OF shared_at ON accounts
WHEN (old.shared_at IS NULL) <> (new.shared_at IS NULL) AND old.park_id = new.park_id AND old.unit_id IS new.unit_id BEGIN
  UPDATE learner_counts SET agreed = agreed + (new.shared_at IS NOT NULL) - (old.shared_at IS NOT NULL)
  WHERE park_id = new.park_id AND unit_id = coalesce(new.unit_id, 0) AND EXISTS (SELECT 1 FROM enrolments WHERE account_id = new.id);
END;
