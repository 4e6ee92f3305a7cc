import { paragraph, table } from "@/lib/exporting/docx/blocks";
import { directionOf, runs } from "@/lib/exporting/docx/runs";
import type { Xml } from "@/lib/exporting/docx/xml";
import type { Envelope } from "@/lib/exporting/envelope";
import { isolatedText } from "@/lib/exporting/isolatedText";
import type { Row } from "@/lib/exporting/noteWords";
import { howToVerify, signatures } from "@/lib/exporting/signOffWords";

/** Who signed what, and how anyone can see for themselves; or that nobody did. */
export function signOffBlocks(envelope: Envelope): Xml[] {
  const signed = signatures(envelope);
  return [
    paragraph(runs("Sign-off"), { style: "Heading1", keepNext: true }),
    ...signed.flatMap(({ statement, by, rows }) => [
      paragraph(runs(statement), { style: "Quote", keepNext: true, direction: directionOf(statement) }),
      paragraph(runs(isolatedText(by), { bold: true }), { keepNext: true }),
      rowTable(rows),
      paragraph(null, { style: "StetAfterTable" }),
    ]),
    ...(signed.length > 0
      ? [paragraph(runs("How to verify"), { style: "Heading2", keepNext: true })]
      : [rowTable([{ label: "Content hash", value: envelope.contentHash }])]),
    paragraph(runs(howToVerify(envelope, "document"))),
  ];
}

function rowTable(rows: readonly Row[]): Xml {
  return table(
    [1, 4],
    rows.map(({ label, value }) => [
      paragraph(runs(label), { style: "StetCell" }),
      paragraph(runs(isolatedText(value), { mono: value.length > 40 && !value.includes(" ") }), {
        style: "StetCell",
      }),
    ]),
    { headRows: 0 },
  );
}
