-- Matching against a stored vector is quick whatever plan is chosen; making it from a text each time is not.
-- The rows are made again from the revisions at the next start.
DROP INDEX "search_block_words_idx";
DELETE FROM "search_block";
ALTER TABLE "search_block" DROP COLUMN "folded", ADD COLUMN "words" tsvector NOT NULL;

-- CreateIndex
CREATE INDEX "search_block_words_idx" ON "search_block" USING GIN ("words");
