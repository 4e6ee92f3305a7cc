import type { Entry } from "@/lib/journal/entries";
import type { InboxItem } from "./schema";

export type About = { type: InboxItem["on"]["type"]; id: string; commentId: string | null };

/** What an entry that somebody was told of is about; null for entries nobody is told of. */
export function aboutOf(entry: Entry): About | null {
  switch (entry.type) {
    case "comment.created":
    case "comment.changed": {
      const { on, id } = entry.payload.comment;
      return { ...on, commentId: id };
    }
    case "annotation.created":
    case "annotation.changed":
      return { type: "annotation", id: entry.payload.annotation.id, commentId: null };
    case "link.created":
    case "link.changed":
      return { type: "link", id: entry.payload.link.id, commentId: null };
    default:
      return null;
  }
}
