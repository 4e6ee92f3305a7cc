import { instant, plainDate } from "@/lib/exporting/html/dates";
import type { Note, ReportPage } from "@/lib/exporting/html/model";
import { attributeRows, checkStatusWords, kindWords, stanceWords } from "@/lib/exporting/html/words";
import type { SnapshotEvidence } from "@/lib/reports/snapshot";

export type Row = { label: string; value: string };

/** What is said about a passage beside its note, in words, for formats that have no page of their own. */
export function noteRows(page: ReportPage, { annotation }: Note): Row[] {
  const { confidence, tags, checker, secondChecker } = annotation;
  const rows = attributeRows(annotation.attributes).map(({ label, value }) => ({
    label,
    value: valueWords(value),
  }));
  if (confidence) rows.push({ label: "Confidence", value: confidence });
  if (tags.length > 0) rows.push({ label: "Tags", value: tags.join(", ") });
  const checkers = [checker, secondChecker].filter((one) => one !== null);
  if (checkers.length > 0) {
    rows.push({ label: "Checked by", value: checkers.map((one) => page.nameOf(one)).join(" and ") });
  }
  return rows;
}

/** Such as "Figure · Cannot be verified". */
export function noteHead({ annotation, isContradicted }: Note): string {
  const { kind, checkStatus } = annotation;
  return [kindWords[kind], checkStatusWords[checkStatus], ...(isContradicted ? ["Contradicted"] : [])].join(
    " · ",
  );
}

/** A source: whether it speaks for or against, what it is called, and where and when it was found. */
export function evidenceWords(item: SnapshotEvidence): { stance: string; title: string; details: string } {
  const details = [
    item.locator,
    item.tier && `${item.tier} source`,
    item.retrievedAt && `retrieved ${plainDate(item.retrievedAt)}`,
    item.archivedSha256 && `archived copy ${item.archivedSha256.slice(0, 12)}…`,
  ].filter((part) => Boolean(part));
  const title = item.title === "" ? (item.url ?? "Untitled source") : item.title;
  return { stance: stanceWords[item.stance], title, details: details.join(", ") };
}

/** Who tagged a passage, who changed it last, and when that was. */
export function authorship(
  page: ReportPage,
  item: { createdBy: string; updatedBy: string; updatedAt: string },
): string {
  const editor = item.updatedBy === item.createdBy ? "" : `, last changed by ${page.nameOf(item.updatedBy)}`;
  return `${page.nameOf(item.createdBy)}${editor}, ${instant(item.updatedAt)}`;
}

/** An attribute's value in words. */
export function valueWords(value: unknown): string {
  if (typeof value === "string") return /^\d{4}-\d\d-\d\d$/.test(value) ? plainDate(value) : value;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map(valueWords).join(", ");
  return JSON.stringify(value) ?? "";
}

/** A passage's words, cut where they are many. Cut between characters, never within one. */
export function clipped(text: string, most = 90): string {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most).join("")}…`;
}
