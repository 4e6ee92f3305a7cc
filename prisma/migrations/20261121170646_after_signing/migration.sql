-- AlterTable
ALTER TABLE "article" ADD COLUMN     "independent" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "round_item" ADD COLUMN     "carried_from_id" UUID,
ADD COLUMN     "content_hash" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "suggestion" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "withdrawal" (
    "sign_off_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "signed" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "withdrawn_by_id" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "withdrawal_pkey" PRIMARY KEY ("sign_off_id")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "on_type" "CommentSubject" NOT NULL,
    "on_id" UUID NOT NULL,
    "wrong" TEXT NOT NULL,
    "correct" TEXT NOT NULL,
    "signed" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "corrected_by_id" UUID NOT NULL,
    "corrected_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checkpoint" (
    "dossier_id" UUID NOT NULL,
    "size" INTEGER NOT NULL,
    "head" TEXT NOT NULL,
    "signed" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "checkpoint_pkey" PRIMARY KEY ("dossier_id","size")
);

-- CreateIndex
CREATE INDEX "correction_round_id_idx" ON "correction"("round_id");

-- AddForeignKey
ALTER TABLE "withdrawal" ADD CONSTRAINT "withdrawal_sign_off_id_fkey" FOREIGN KEY ("sign_off_id") REFERENCES "sign_off"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkpoint" ADD CONSTRAINT "checkpoint_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What came after a sign-off is on record for good, as the sign-off is.
CREATE TRIGGER "withdrawal_unchangeable" BEFORE UPDATE OR DELETE ON "withdrawal"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "withdrawal_untruncatable" BEFORE TRUNCATE ON "withdrawal"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "correction_unchangeable" BEFORE UPDATE OR DELETE ON "correction"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "correction_untruncatable" BEFORE TRUNCATE ON "correction"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "checkpoint_unchangeable" BEFORE UPDATE OR DELETE ON "checkpoint"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "checkpoint_untruncatable" BEFORE TRUNCATE ON "checkpoint"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "withdrawal" ADD CONSTRAINT "withdrawal_has_reason" CHECK (length(trim("reason")) > 0);

-- A correction is of a round that was signed.
CREATE FUNCTION "correction_allowed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT "status" FROM "round" WHERE "id" = NEW."round_id") <> 'signed_off' THEN
    RAISE EXCEPTION 'only a signed round is corrected' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "correction_allowed" BEFORE INSERT ON "correction" FOR EACH ROW EXECUTE FUNCTION "correction_allowed"();

-- What an item was, and where its decision was carried over from, are frozen with it.
CREATE OR REPLACE FUNCTION "round_item_frozen"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."round_id", NEW."type", NEW."item_id", NEW."item_version", NEW."content_hash", NEW."makers")
     IS DISTINCT FROM (OLD."round_id", OLD."type", OLD."item_id", OLD."item_version", OLD."content_hash", OLD."makers")
     OR (NEW."carried_from_id" IS DISTINCT FROM OLD."carried_from_id" AND NEW."carried_from_id" IS NOT NULL) THEN
    RAISE EXCEPTION 'what a round froze does not change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (SELECT "status" FROM "round" WHERE "id" = NEW."round_id") <> 'in_review' THEN
    RAISE EXCEPTION 'the round is closed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
