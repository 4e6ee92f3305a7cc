import { attributesInWords } from "@/lib/annotations/attributeWords";
import type { CheckStatus, Kind } from "@/lib/annotations/kinds";
import type { DossierState } from "@/lib/journal/apply";
import { kindWords } from "@/lib/ui/KindBadge";
import { checkStatusWords, relationWords } from "../../../words";

const labels: Record<string, string> = {
  ...{
    note: "Note",
    attributes: "Details",
    tags: "Tags",
    checkStatus: "Check",
    kind: "Kind",
    exact: "Passage",
  },
  ...{ assignee: "Assigned to", confidence: "Confidence", relation: "Relation", subtype: "Sort" },
  ...{ sameEvent: "Same event?", strength: "Strength", severity: "Severity", rationale: "Reasons" },
  ...{ status: "Decision", statusReason: "Reason for the decision", owner: "Given to" },
  ...{
    stance: "Stance",
    url: "Address",
    title: "Title",
    locator: "Place in the source",
    tier: "Sort of source",
  },
  ...{ retrievedAt: "Retrieved", body: "Comment", resolved: "Resolved" },
};

/** What a field of a thing is called on screen. */
export function fieldLabel(field: string): string {
  return labels[field] ?? field;
}

/** What a field says, for a person to read; empty when it says nothing. */
export function fieldValue(field: string, value: unknown, state: DossierState): string {
  if (value === null || value === undefined || value === "") return "";
  if (field === "assignee" || field === "owner")
    return state.members[String(value)]?.name ?? "Someone no longer here";
  if (field === "kind") return kindWords[value as Kind]?.one ?? String(value);
  if (field === "checkStatus") return checkStatusWords[value as CheckStatus]?.words ?? String(value);
  if (field === "relation") return relationWords[value as keyof typeof relationWords] ?? String(value);
  if (field === "attributes") {
    return attributesInWords(value as Record<string, unknown>)
      .map(({ label, value: said }) => `${label}: ${said}`)
      .join("\n");
  }
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return String(value);
}
