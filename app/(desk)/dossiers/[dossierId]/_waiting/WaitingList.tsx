"use client";

import Link from "next/link";
import type { WaitingGroup } from "@/lib/live/heldChanges";
import { useDossier } from "@/lib/live/useDossier";
import { Ago } from "@/lib/ui/Ago";
import { Button } from "@/lib/ui/Button";
import { ConfirmDialog } from "@/lib/ui/ConfirmDialog";
import { shortened } from "../../../words";
import { ConflictChoice } from "./ConflictChoice";
import { groupWords } from "./groupWords";
import { useDecide } from "./useDecide";

/** What waits, each leading to its place; what was refused, with both versions. */
export function WaitingList({ groups, onLeave }: { groups: readonly WaitingGroup[]; onLeave: () => void }) {
  const held = groups.filter(({ refusal }) => refusal);
  const waits = groups.filter(({ refusal }) => !refusal);
  return (
    <div className="flex flex-col gap-4">
      {held.length > 0 && <Section title="To decide" groups={held} onLeave={onLeave} />}
      {waits.length > 0 && <Section title="Waiting to be sent" groups={waits} onLeave={onLeave} />}
    </div>
  );
}

function Section(props: { title: string; groups: readonly WaitingGroup[]; onLeave: () => void }) {
  const { title, groups, onLeave } = props;
  return (
    <section aria-label={title}>
      <h3 className="text-sm font-semibold">{title}</h3>
      <ul className="mt-1 divide-y divide-line">
        {groups.map((group) => (
          <Item key={group.key} group={group} onLeave={onLeave} />
        ))}
      </ul>
    </section>
  );
}

function Item({ group, onLeave }: { group: WaitingGroup; onLeave: () => void }) {
  const { title, quote, href } = useDossier((state) => groupWords(group, state));
  const { discard } = useDecide();
  const at = group.changes.at(-1)?.at;
  return (
    <li className="py-2">
      <div className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <span className="font-medium">{title}</span>
        {at && (
          <span className="text-xs text-soft">
            <Ago at={at} />
          </span>
        )}
        {!group.refusal && (
          <span className="ms-auto">
            <ConfirmDialog
              danger
              trigger={
                <Button size="sm" look="quiet" aria-label={`Discard: ${title}`}>
                  Discard
                </Button>
              }
              title="Discard this change?"
              confirm="Discard it"
              onConfirm={() => discard(group)}
            >
              “{title}” was not sent yet. Discarded, it is gone for good; everything else stays.
            </ConfirmDialog>
          </span>
        )}
      </div>
      {quote && (
        <p dir="auto" className="mt-0.5 font-serif text-sm text-soft">
          {href ? (
            <Link href={href} onClick={onLeave} className="rounded-xs hover:text-ink hover:underline">
              {shortened(quote, 140)}
            </Link>
          ) : (
            shortened(quote, 140)
          )}
        </p>
      )}
      {group.refusal && <ConflictChoice group={group} />}
    </li>
  );
}
