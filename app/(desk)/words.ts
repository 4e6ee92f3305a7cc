import type { CheckStatus, Confidence } from "@/lib/annotations/kinds";
import type { Role } from "@/lib/auth/policy";
import type { LinkStatus, Relation, Severity, Subtype } from "@/lib/links/relations";
import type { ReportStatus } from "@/lib/reports/schema";
import type { Tone } from "@/lib/ui/Badge";

type Said = { words: string; tone: Tone };

/** What the screens call the states of things, and in which tone. */
export const reportStatusWords: Record<ReportStatus, Said> = {
  draft: { words: "Draft", tone: "neutral" },
  in_review: { words: "In review", tone: "accent" },
  returned: { words: "Returned", tone: "warn" },
  signed_off: { words: "Signed off", tone: "ok" },
};

export const checkStatusWords: Record<CheckStatus, Said> = {
  unchecked: { words: "Unchecked", tone: "neutral" },
  checking: { words: "Checking", tone: "accent" },
  confirmed: { words: "Confirmed", tone: "ok" },
  corrected: { words: "Corrected", tone: "warn" },
  disputed: { words: "Disputed", tone: "danger" },
  unverifiable: { words: "Unverifiable", tone: "warn" },
  cut: { words: "Cut", tone: "danger" },
};

export const confidenceWords: Record<Confidence, string> = { low: "Low", medium: "Medium", high: "High" };

export const linkStatusWords: Record<LinkStatus, Said> = {
  open: { words: "Open", tone: "warn" },
  confirmed: { words: "Confirmed", tone: "danger" },
  explained: { words: "Explained", tone: "ok" },
  dismissed: { words: "Dismissed", tone: "neutral" },
};

/** How a relation reads between its two ends. */
export const relationWords: Record<Relation, string> = {
  contradicts: "contradicts",
  qualifies: "qualifies",
  supersedes: "supersedes",
  supports: "supports",
  repeats: "repeats",
  disputes: "disputes",
  context: "gives context to",
};

export const subtypeWords: Record<Subtype, string> = {
  scope: "about scope",
  figure: "in a figure",
  negation: "by negation",
  time: "in time",
  attribution: "in attribution",
  definition: "of definition",
  counterexample: "by counterexample",
  other: "of another sort",
};

export const severityWords: Record<Severity, string> = {
  minor: "Minor",
  major: "Major",
  critical: "Critical",
};

export const roleWords: Record<Role, { name: string; can: string }> = {
  viewer: { name: "Viewer", can: "reads" },
  editor: { name: "Editor", can: "annotates, links, writes reports and submits them" },
  reviewer: { name: "Reviewer", can: "does what an editor does, and decides and signs" },
  owner: { name: "Owner", can: "also manages members and settings" },
};

/** "1 article", "2 articles". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}

/** The start of a text, for one line. */
export function shortened(text: string, most = 90): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  return `${line.slice(0, most).replace(/\s+\S*$/, "")} …`;
}
