import type { Grown } from "@/lib/checkpoints/grow";
import type { Transaction } from "@/lib/db/client";
import { presentDossier } from "@/lib/dossiers/present";
import { differences, missingRow } from "./compare";
import type { Findings } from "./finding";
import { payloadsOf } from "./rows";
import type { Attested } from "./said";

/** The dossier's own row: its settings as last said, and where its journal ends. */
export async function* compareDossier(
  tx: Transaction,
  dossierId: string,
  attested: Attested,
  grown: Grown,
): Findings {
  const where = { dossierId, table: "dossier", id: dossierId };
  const row = await tx.dossier.findUnique({ where: { id: dossierId } });
  const place = attested.things.get("dossier")?.get(dossierId);
  if (!row) return yield missingRow(where, place?.seq ?? 0);
  if (row.journalSeq !== grown.size || row.journalHead !== grown.entryHash) {
    const sentence = `The dossier says that its journal ends with entry ${row.journalSeq}, and it ends otherwise (with ${grown.size}).`;
    yield { ...where, field: "journal_head", sentence };
  }
  if (!place) {
    return yield { ...where, field: null, sentence: "The journal does not say that this dossier was made." };
  }
  const said = (await payloadsOf(tx, dossierId, [place.seq])).get(place.seq)?.dossier as object;
  yield* differences(where, said, presentDossier(row), place.seq);
}
