import type { Link } from "@/lib/links/schema";
import { Badge } from "@/lib/ui/Badge";

const eventWords = { yes: "same event", no: "different events", unknown: "same event?" } as const;

/**
 * What keeps an apparent contradiction from being taken for a direct one: whether it is direct, and whether both
 * speak of the same event. Dashed is the weaker.
 */
export function LinkBadges({ link }: { link: Pick<Link, "relation" | "strength" | "sameEvent"> }) {
  if (link.relation !== "contradicts" && !link.strength) return null;
  return (
    <>
      {link.strength && (
        <Badge tone={link.strength === "direct" ? "danger" : "neutral"} dashed={link.strength === "apparent"}>
          {link.strength}
        </Badge>
      )}
      <Badge dashed={link.sameEvent !== "yes"}>{eventWords[link.sameEvent]}</Badge>
    </>
  );
}
