import {
  correctionsInWords,
  openPointsInWords,
  WITHDRAWN_ADVICE,
  withdrawalsInWords,
} from "@/lib/exporting/afterwardsWords";
import { paragraph } from "@/lib/exporting/docx/blocks";
import { directionOf, runs } from "@/lib/exporting/docx/runs";
import { crossReference, places } from "@/lib/exporting/docx/writing";
import type { Xml, XmlContent } from "@/lib/exporting/docx/xml";
import type { ReportPage } from "@/lib/exporting/html/model";
import { isolatedText } from "@/lib/exporting/isolatedText";

/** That sign-offs no longer stand: the first thing that a reader sees. */
export function withdrawnBlocks({ envelope }: ReportPage): Xml[] {
  const withdrawals = withdrawalsInWords(envelope);
  if (withdrawals.length === 0) return [];
  return [
    ...withdrawals.flatMap(({ said, reason }) => [
      paragraph(runs(isolatedText(said), { bold: true }), { style: "StetDraft" }),
      paragraph(runs(reason), { style: "StetDraft", direction: directionOf(reason) }),
    ]),
    paragraph(runs(WITHDRAWN_ADVICE), { style: "StetDraft" }),
  ];
}

/** What was found wrong after the sign-off, near the top. */
export function correctionBlocks(page: ReportPage): Xml[] {
  const corrections = correctionsInWords(page);
  if (corrections.length === 0) return [];
  return [
    paragraph(runs("Corrections"), { style: "Heading1", keepNext: true }),
    paragraph(runs("Found after this was signed. What was signed is shown below as it was.")),
    ...corrections.flatMap(({ about, wrong, correct, by }) => [
      paragraph(reference(about), { style: "StetSource", keepNext: true }),
      said("Corrected: what was wrong: ", wrong),
      said("What is right: ", correct),
      paragraph(runs(isolatedText(by)), { style: "StetSource" }),
    ]),
  ];
}

/** What was open when the report was submitted and was let be, with the reasons. */
export function openPointBlocks(page: ReportPage): Xml[] {
  const points = openPointsInWords(page);
  if (points.length === 0) return [];
  return [
    paragraph(runs("Accepted as open"), { style: "Heading1", keepNext: true }),
    ...points.map(({ kind, about, reason }) =>
      paragraph([
        runs(kind, { bold: true }),
        about ? [runs(" ("), reference(about), runs(")")] : [],
        runs(`: ${isolatedText(reason)}`),
      ]),
    ),
  ];
}

function said(label: string, text: string): Xml {
  return paragraph([runs(label, { bold: true }), runs(isolatedText(text))]);
}

function reference({ words, annotationId }: { words: string; annotationId: string | null }): XmlContent {
  const shown = isolatedText(words);
  return annotationId ? crossReference(places.passage(annotationId), shown) : runs(shown);
}
