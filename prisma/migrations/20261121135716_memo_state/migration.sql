-- AlterTable
ALTER TABLE "report" ADD COLUMN     "patched_version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "memo_state" (
    "report_id" UUID NOT NULL,
    "base" BYTEA NOT NULL,
    "state" BYTEA NOT NULL,
    "seq" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "memo_state_pkey" PRIMARY KEY ("report_id")
);

-- AddForeignKey
ALTER TABLE "memo_state" ADD CONSTRAINT "memo_state_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What stands in a report now was read as a whole.
UPDATE "report" SET "patched_version" = "version";
