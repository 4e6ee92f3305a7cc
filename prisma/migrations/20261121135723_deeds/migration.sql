-- AlterTable
ALTER TABLE "journal_entry" ADD COLUMN     "deed" UUID;

-- CreateIndex
CREATE INDEX "journal_entry_dossier_id_deed_idx" ON "journal_entry"("dossier_id", "deed");
