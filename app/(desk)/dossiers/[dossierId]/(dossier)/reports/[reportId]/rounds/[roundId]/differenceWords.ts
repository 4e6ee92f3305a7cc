import { attributeValue, attributeWords } from "@/lib/annotations/attributeWords";
import type { DossierState } from "@/lib/journal/apply";
import type { LinkStatus, Severity, Subtype } from "@/lib/links/relations";
import { linkStatusWords, severityWords, subtypeWords } from "../../../../../../../words";
import { fieldLabel, fieldValue } from "../../../../../_waiting/fieldWords";

const labels: Record<string, string> = {
  ...{ place: "Place in the article", from: "The first passage", to: "The second passage" },
  ...{ checker: "Checked by", secondChecker: "Second check", archivedSha256: "Archived copy" },
  ...{ rationale: "Reasons", subtype: "About", title: "Title" },
};
const eventWords: Record<string, string> = { yes: "Yes", no: "No", unknown: "Not known" };

/** What a field of a difference is called. */
export function differenceLabel(field: string): string {
  const attribute = attributeOf(field);
  if (attribute) return attributeWords[attribute] ?? attribute;
  return labels[field] ?? fieldLabel(field);
}

/** What a value of it says; empty when it said nothing. */
export function differenceValue(field: string, value: unknown, state: DossierState): string {
  if (value === null || value === undefined) return "";
  const attribute = attributeOf(field);
  if (attribute) return attributeValue(attribute, value);
  if (field === "place") return placeWords(value, state);
  if (field === "checker" || field === "secondChecker") return fieldValue("assignee", value, state);
  if (field === "status") return linkStatusWords[value as LinkStatus]?.words ?? String(value);
  if (field === "severity") return severityWords[value as Severity] ?? String(value);
  if (field === "subtype") return subtypeWords[value as Subtype] ?? String(value);
  if (field === "sameEvent") return eventWords[String(value)] ?? String(value);
  if (field === "archivedSha256") return `SHA-256 ${String(value).slice(0, 12)}…`;
  return fieldValue(field, value, state);
}

function attributeOf(field: string): string | null {
  return field.startsWith("attributes.") ? field.slice("attributes.".length) : null;
}

function placeWords(value: unknown, state: DossierState): string {
  const { articleId, start } = value as { articleId: string; start: number };
  const title = state.articles[articleId]?.title ?? "an article";
  return `${title}, at character ${(start + 1).toLocaleString("en-GB")}`;
}
