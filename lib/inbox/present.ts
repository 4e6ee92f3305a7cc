import type { Entry } from "@/lib/journal/entries";

/** What an entry that somebody was told of is about, as far as the entry alone says. */
export type About = {
  type: "annotation" | "link" | "report" | "webhook" | "round";
  id: string;
  commentId: string | null;
  /** What was written with it. */
  words: string | null;
};

/** Null for entries nobody is told of. */
export function aboutOf(entry: Entry): About | null {
  const about = (type: About["type"], id: string, words: string | null = null): About => {
    return { type, id, commentId: null, words: words === "" ? null : words };
  };
  switch (entry.type) {
    case "comment.created":
    case "comment.changed": {
      const { on, id } = entry.payload.comment;
      return { ...on, commentId: id, words: null };
    }
    case "annotation.created":
    case "annotation.changed":
      return about("annotation", entry.payload.annotation.id);
    case "link.created":
    case "link.changed":
      return about("link", entry.payload.link.id);
    case "round.submitted":
      return about("round", entry.payload.round.id, entry.payload.round.note);
    case "round.returned":
      return about("round", entry.payload.round.id, entry.payload.round.returnReason);
    case "round.signed":
      return about("round", entry.payload.round.id, entry.payload.signOff.signed.statement);
    case "signOff.withdrawn":
      return about("round", entry.payload.round.id, entry.payload.withdrawal.signed.reason);
    case "correction.added":
      return about("round", entry.payload.round.id, entry.payload.correction.signed.wrong);
    case "round.decided":
      return about("round", entry.payload.roundId);
    case "webhook.disabled":
      return about("webhook", entry.payload.webhook.id, entry.payload.webhook.reason);
    default:
      return null;
  }
}
