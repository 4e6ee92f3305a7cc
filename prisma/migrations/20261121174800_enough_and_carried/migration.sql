-- A round is signed off once enough people signed it and every item is accepted: not by saying so.
CREATE FUNCTION "round_signed_by_enough"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  needed integer;
  given integer;
BEGIN
  SELECT d."sign_offs_required" INTO needed FROM "dossier" d WHERE d."id" = NEW."dossier_id";
  SELECT count(*) INTO given FROM "sign_off" s
    WHERE s."round_id" = NEW."id" AND NOT EXISTS (SELECT 1 FROM "withdrawal" w WHERE w."sign_off_id" = s."id");
  IF given < needed THEN
    RAISE EXCEPTION 'the round is signed by % of %', given, needed USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM "round_item" WHERE "round_id" = NEW."id" AND "decision" IS DISTINCT FROM 'accepted') THEN
    RAISE EXCEPTION 'not every item is accepted' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "round_signed_by_enough" BEFORE UPDATE ON "round" FOR EACH ROW
  WHEN (NEW."status" = 'signed_off' AND OLD."status" <> 'signed_off') EXECUTE FUNCTION "round_signed_by_enough"();
CREATE FUNCTION "round_begins_in_review"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a round begins in review' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "round_begins_in_review" BEFORE INSERT ON "round" FOR EACH ROW
  WHEN (NEW."status" <> 'in_review') EXECUTE FUNCTION "round_begins_in_review"();

-- An item begins undecided, or with the acceptance that the same person gave the same content in an earlier round.
CREATE FUNCTION "round_item_carried"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "round" "this"
      JOIN "round" "then" ON "then"."id" = NEW."carried_from_id"
        AND "then"."report_id" = "this"."report_id" AND "then"."number" < "this"."number"
      JOIN "round_item" "item" ON "item"."round_id" = "then"."id"
        AND "item"."type" = NEW."type" AND "item"."item_id" = NEW."item_id"
    WHERE "this"."id" = NEW."round_id"
      AND NEW."decision" = 'accepted' AND "item"."decision" = 'accepted'
      AND "item"."content_hash" <> '' AND "item"."content_hash" = NEW."content_hash"
      AND "item"."decided_by_id" = NEW."decided_by_id" AND "item"."decided_at" = NEW."decided_at"
  ) THEN
    RAISE EXCEPTION 'no earlier round accepted this' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "round_item_carried" BEFORE INSERT ON "round_item" FOR EACH ROW
  WHEN (NEW."decision" IS NOT NULL OR NEW."carried_from_id" IS NOT NULL) EXECUTE FUNCTION "round_item_carried"();
