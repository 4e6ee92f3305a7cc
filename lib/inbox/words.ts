import type { InboxItem } from "./schema";

const things = { annotation: "a passage", link: "a link", report: "a report", webhook: "a webhook" } as const;

/** What somebody did, as the rest of a sentence after their name: "Ada **mentioned you on a passage**". */
export function didWhat({ reason, on, round, count }: InboxItem): string {
  switch (reason) {
    case "mention":
      return `mentioned you on ${things[on.type]}`;
    case "reply":
      return `answered in a thread of yours on ${things[on.type]}`;
    case "assignment":
      return `gave you ${things[on.type]} to look at`;
    case "returned":
      if (on.type !== "report") return `returned ${things[on.type]} of yours`;
      if (count > 0) return `returned ${count} of your passages and links in round ${round?.number ?? ""}`;
      return `returned round ${round?.number ?? ""} of a report you worked on`;
    case "review":
      return `submitted round ${round?.number ?? ""} of a report for review`;
    case "sign_off":
      return `signed off round ${round?.number ?? ""} of a report you worked on`;
    case "withdrawal":
      return `withdrew a sign-off of round ${round?.number ?? ""} of a report you worked on`;
    case "correction":
      return `corrected what was signed in round ${round?.number ?? ""} of a report you worked on`;
    case "webhook":
      return "switched off a webhook";
  }
}

/**
 * Where an item leads, as a path: the card of the annotation with the comment in view, the link's card, the round or
 * report, the list of what was returned, the webhook. Null when it is deleted.
 */
export function inboxLink({ dossier, on, article, comment, round, reason, count }: InboxItem): string | null {
  if (on.isDeleted) return null;
  const home = `/dossiers/${dossier.id}`;
  const then = comment?.body ? `/comment-${comment.id}` : "";
  switch (on.type) {
    case "annotation":
      return article && `${home}/articles/${article.id}#annotation-${on.id}${then}`;
    case "link":
      return `${home}/links#link-${on.id}${then}`;
    case "report":
      if (reason === "returned" && count > 0) return `${home}?tab=returned`;
      return `${home}/reports/${on.id}${round ? `/rounds/${round.id}` : then && `#comments${then}`}`;
    case "webhook":
      return `${home}?tab=settings#webhook-${on.id}`;
  }
}
