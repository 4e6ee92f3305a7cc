-- Rules that must hold whatever the application does.

-- Ranges, numbers, ends.
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_range" CHECK ("start" >= 0 AND "end" > "start");
ALTER TABLE "cleared_sentence" ADD CONSTRAINT "cleared_range" CHECK ("start" >= 0 AND "end" > "start");
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_sign_offs" CHECK ("sign_offs_required" IN (1, 2));
ALTER TABLE "link" ADD CONSTRAINT "link_two_ends" CHECK ("from_id" <> "to_id");
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_two_checkers"
  CHECK ("second_checker_id" IS NULL OR "second_checker_id" IS DISTINCT FROM "checker_id");

-- What belongs together is in one dossier and of one article.
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_in_dossier" UNIQUE ("id", "dossier_id");
ALTER TABLE "article" ADD CONSTRAINT "article_in_dossier" UNIQUE ("id", "dossier_id");
ALTER TABLE "revision" ADD CONSTRAINT "revision_of_article" UNIQUE ("id", "article_id");
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_same_dossier"
  FOREIGN KEY ("article_id", "dossier_id") REFERENCES "article" ("id", "dossier_id");
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_same_article"
  FOREIGN KEY ("revision_id", "article_id") REFERENCES "revision" ("id", "article_id");
ALTER TABLE "link" ADD CONSTRAINT "link_from_same_dossier"
  FOREIGN KEY ("from_id", "dossier_id") REFERENCES "annotation" ("id", "dossier_id");
ALTER TABLE "link" ADD CONSTRAINT "link_to_same_dossier"
  FOREIGN KEY ("to_id", "dossier_id") REFERENCES "annotation" ("id", "dossier_id");

-- One pair, one relation: in either order for the symmetric ones.
CREATE UNIQUE INDEX "link_symmetric_once"
  ON "link" ("relation", LEAST("from_id", "to_id"), GREATEST("from_id", "to_id"))
  WHERE "deleted_at" IS NULL AND "relation" IN ('contradicts', 'repeats');
CREATE UNIQUE INDEX "link_directed_once"
  ON "link" ("relation", "from_id", "to_id")
  WHERE "deleted_at" IS NULL AND "relation" NOT IN ('contradicts', 'repeats');

-- Rows that never change.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: its rows never change', TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER "journal_unchangeable" BEFORE UPDATE OR DELETE ON "journal_entry"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "journal_untruncatable" BEFORE TRUNCATE ON "journal_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "revision_unchangeable" BEFORE UPDATE OR DELETE ON "revision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "revision_untruncatable" BEFORE TRUNCATE ON "revision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "sign_off_unchangeable" BEFORE UPDATE OR DELETE ON "sign_off"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "sign_off_untruncatable" BEFORE TRUNCATE ON "sign_off"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "round_contributor_unchangeable" BEFORE UPDATE OR DELETE ON "round_contributor"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- The journal has no gap and each entry names the hash of the one before.
CREATE FUNCTION "journal_follows"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before_seq integer;
  before_hash text;
BEGIN
  SELECT "seq", "hash" INTO before_seq, before_hash FROM "journal_entry"
    WHERE "dossier_id" = NEW."dossier_id" ORDER BY "seq" DESC LIMIT 1;
  IF NEW."seq" <> COALESCE(before_seq, 0) + 1 OR NEW."prev" <> COALESCE(before_hash, '') THEN
    RAISE EXCEPTION 'journal entry % does not follow %', NEW."seq", COALESCE(before_seq, 0)
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "journal_gapless" BEFORE INSERT ON "journal_entry"
  FOR EACH ROW EXECUTE FUNCTION "journal_follows"();

-- What a round froze stays frozen.
CREATE FUNCTION "round_frozen"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."snapshot", NEW."content_hash", NEW."report_id", NEW."number", NEW."journal_seq", NEW."submitted_by_id", NEW."waiver")
     IS DISTINCT FROM
     (OLD."snapshot", OLD."content_hash", OLD."report_id", OLD."number", OLD."journal_seq", OLD."submitted_by_id", OLD."waiver")
     OR (OLD."status" <> 'in_review' AND NEW."status" <> OLD."status") THEN
    RAISE EXCEPTION 'what a round froze does not change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "round_frozen" BEFORE UPDATE ON "round" FOR EACH ROW EXECUTE FUNCTION "round_frozen"();
CREATE TRIGGER "round_undeletable" BEFORE DELETE ON "round" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- Two people: nobody decides on what they made or last changed, or signs what they contributed to.
ALTER TABLE "round_item" ADD CONSTRAINT "decision_by_another"
  CHECK ("decided_by_id" IS NULL OR NOT ("decided_by_id" = ANY ("makers")));
ALTER TABLE "round_item" ADD CONSTRAINT "decision_has_decider"
  CHECK (("decision" IS NULL) = ("decided_by_id" IS NULL));
ALTER TABLE "round_item" ADD CONSTRAINT "return_has_reason"
  CHECK ("decision" IS DISTINCT FROM 'returned' OR length(trim("reason")) > 0);

-- An item's makers stay who they were, and a closed round's decisions what they were.
CREATE FUNCTION "round_item_frozen"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."round_id", NEW."type", NEW."item_id", NEW."item_version", NEW."makers")
     IS DISTINCT FROM (OLD."round_id", OLD."type", OLD."item_id", OLD."item_version", OLD."makers") THEN
    RAISE EXCEPTION 'what a round froze does not change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (SELECT "status" FROM "round" WHERE "id" = NEW."round_id") <> 'in_review' THEN
    RAISE EXCEPTION 'the round is closed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "round_item_frozen" BEFORE UPDATE ON "round_item" FOR EACH ROW EXECUTE FUNCTION "round_item_frozen"();
CREATE TRIGGER "round_item_undeletable" BEFORE DELETE ON "round_item" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

CREATE FUNCTION "sign_off_allowed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  the_round "round"%ROWTYPE;
BEGIN
  SELECT * INTO the_round FROM "round" WHERE "id" = NEW."round_id" FOR UPDATE;
  IF the_round."status" <> 'in_review' THEN
    RAISE EXCEPTION 'the round is not in review' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW."content_hash" <> the_round."content_hash" THEN
    RAISE EXCEPTION 'the hash signed is not the hash of the round' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM "round_contributor" WHERE "round_id" = NEW."round_id" AND "user_id" = NEW."reviewer_id") THEN
    RAISE EXCEPTION 'a contributor does not sign' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM "round_item" WHERE "round_id" = NEW."round_id" AND "decision" IS DISTINCT FROM 'accepted') THEN
    RAISE EXCEPTION 'not every item is accepted' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "sign_off_allowed" BEFORE INSERT ON "sign_off" FOR EACH ROW EXECUTE FUNCTION "sign_off_allowed"();
CREATE TRIGGER "round_untruncatable" BEFORE TRUNCATE ON "round"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "round_item_untruncatable" BEFORE TRUNCATE ON "round_item"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "round_contributor_untruncatable" BEFORE TRUNCATE ON "round_contributor"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
