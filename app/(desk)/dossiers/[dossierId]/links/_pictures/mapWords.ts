import type { MapEdge, MapNode } from "@/lib/links/pictures/mapGraph";
import { lineStyles, lineWords } from "@/lib/links/pictures/relationStyle";
import { counted } from "../../../../words";

/** What an edge counts: "contradicts 3, supports 1", or how often somebody speaks in an article. */
export function edgeWords({ type, weight, counts }: MapEdge): string {
  if (type === "tie") return `speaks there in ${counted(weight, "linked passage")}`;
  return lineStyles
    .filter((style) => counts[style])
    .map((style) => `${lineWords[style]}: ${counts[style]}`)
    .join(", ");
}

/** A node in one line. */
export function nodeWords({ type, label, weight, within }: MapNode): string {
  const links = counted(weight, "link");
  return `${type === "article" ? "Article" : "Speaker"} ${label}: ${links}${within > 0 ? `, ${within} within` : ""}`;
}
