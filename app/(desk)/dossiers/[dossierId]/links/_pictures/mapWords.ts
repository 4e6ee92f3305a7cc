import type { MapEdge, MapNode } from "@/lib/links/pictures/mapGraph";
import type { Relation } from "@/lib/links/relations";
import { counted } from "../../../../words";

/** What an edge counts: "contradicts 3, supports 1", or how often somebody speaks in an article. */
export function edgeWords({ type, weight, counts }: MapEdge, order: readonly Relation[]): string {
  if (type === "tie") return `speaks there in ${counted(weight, "linked passage")}`;
  return order
    .filter((relation) => counts[relation])
    .map((relation) => `${relation} ${counts[relation]}`)
    .join(", ");
}

/** A node in one line. */
export function nodeWords({ type, label, weight, within }: MapNode): string {
  const links = counted(weight, "link");
  return `${type === "article" ? "Article" : "Speaker"} ${label}: ${links}${within > 0 ? `, ${within} within` : ""}`;
}
