"use client";

import Link from "next/link";
import { useState } from "react";
import { kinds } from "@/lib/annotations/kinds";
import { type CommandGroup, commandEntry, commandGroups, commandNames } from "@/lib/desk/commandTable";
import { bestMatches } from "@/lib/desk/paletteSearch";
import { Dialog } from "@/lib/ui/Dialog";
import { Field } from "@/lib/ui/Field";
import { Input } from "@/lib/ui/Input";
import { KindBadge } from "@/lib/ui/KindBadge";
import { CommandKeys } from "../../../../../CommandKey";
import { useDesk } from "./deskContext";

/** All keys, and what the lines under the text mean. */
export function KeyHelp() {
  const { article, state, dispatch } = useDesk();
  const [query, setQuery] = useState("");
  const found = bestMatches(commandNames, query, (name) => {
    const { says, also = "", group } = commandEntry(name);
    return `${says} ${also} ${commandGroups[group]}`;
  });
  const groups = (Object.keys(commandGroups) as CommandGroup[])
    .map((group) => ({
      group,
      // In the order of the list, not of the search: a help sheet is learnt by place.
      names: commandNames.filter((name) => commandEntry(name).group === group && found.includes(name)),
    }))
    .filter(({ names }) => names.length > 0);
  return (
    <Dialog
      open={state.isHelpOpen}
      onOpenChange={(isOpen) => dispatch({ type: "help", isOpen })}
      onClosed={() => setQuery("")}
      title="Keys and legend"
      wide
    >
      <section aria-label="Legend" className="mb-4 flex flex-wrap items-center gap-4 text-sm">
        {kinds.map((kind) => (
          <KindBadge key={kind} kind={kind} />
        ))}
        <span className="underline decoration-contradiction decoration-wavy decoration-1 underline-offset-3">
          Contradiction
        </span>
      </section>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Field label="Find a key" hiddenLabel className="flex-1 basis-60">
          <Input
            type="search"
            placeholder="Find a key"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </Field>
        <Link href="/settings#keys" className="stet-link text-sm">
          Change the keys
        </Link>
      </div>
      <div className="columns-1 gap-x-10 sm:columns-2">
        {groups.map(({ group, names }) => (
          <section key={group} aria-labelledby={`keys-${group}`} className="mb-5 break-inside-avoid text-sm">
            <h3 id={`keys-${group}`} className="mb-1.5 border-b border-line pb-1 font-semibold">
              {commandGroups[group]}
            </h3>
            <dl className="flex flex-col gap-1.5">
              {names.map((name) => (
                <div key={name} className="flex items-baseline justify-between gap-4">
                  <dt>{commandEntry(name).says}</dt>
                  <dd>
                    <CommandKeys command={name} direction={article.direction} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p role="status" className="text-sm text-soft">
        {groups.length === 0 && "No command is called that."}
      </p>
    </Dialog>
  );
}
