import { Refusal } from "@/lib/http/refusal";
import type { Link } from "./schema";

/** What only a contradiction says of itself (design: "Links"). */
const onlyContradictions = ["subtype", "strength", "severity"] as const;

type Details = Partial<Pick<Link, (typeof onlyContradictions)[number]>>;

/**
 * What of `wanted` has to be written so that a link of `relation` says nothing that only contradictions say:
 * what it said as a contradiction is taken away with the relation.
 * @throws Refusal `invalid` when a subtype, strength or severity is asked for on another relation
 */
export function fittingDetails(relation: Link["relation"], wanted: Details): Details {
  if (relation === "contradicts") return wanted;
  for (const field of onlyContradictions) {
    if (wanted[field]) {
      throw new Refusal("invalid", `Only a contradiction has a ${field}; this link is “${relation}”.`, {
        field,
      });
    }
  }
  return { subtype: null, strength: null, severity: null };
}

type Decision = { status?: Link["status"] | undefined; statusReason?: string | undefined };

/**
 * What to write for a decision: every change of status carries the reason for it, reopening as well, and what is
 * decided keeps one.
 * @throws Refusal `invalid` on `statusReason` for a change without its reason, and for a reason that is taken away
 */
export function decided(before: Pick<Link, "status">, wanted: Decision): Decision {
  const status = wanted.status ?? before.status;
  const statusReason = wanted.statusReason?.trim();
  const isTakenAway = status !== "open" && statusReason === "";
  if (isTakenAway || (status !== before.status && !statusReason)) {
    const words = status === "open" ? "open again" : status;
    throw new Refusal("invalid", `Say why this link is ${words}.`, { field: "statusReason" });
  }
  return { status: wanted.status, statusReason };
}
