"use client";

import { kinds } from "@/lib/annotations/kinds";
import { type Command, commands, keyName } from "@/lib/desk/keys";
import { Dialog } from "@/lib/ui/Dialog";
import { Kbd } from "@/lib/ui/Kbd";
import { KindBadge } from "@/lib/ui/KindBadge";
import { useDesk } from "./deskContext";

/** All keys, and what the lines under the text mean. */
export function KeyHelp() {
  const { article, state, dispatch } = useDesk();
  return (
    <Dialog
      open={state.isHelpOpen}
      onOpenChange={(isOpen) => dispatch({ type: "help", isOpen })}
      title="Keys and legend"
      wide
    >
      <section aria-label="Legend" className="mb-5 flex flex-wrap items-center gap-4 text-sm">
        {kinds.map((kind) => (
          <KindBadge key={kind} kind={kind} />
        ))}
        <span className="underline decoration-contradiction decoration-wavy decoration-1 underline-offset-3">
          Contradiction
        </span>
      </section>
      <dl className="grid grid-cols-1 gap-x-8 gap-y-1.5 text-sm sm:grid-cols-2">
        {(Object.keys(commands) as Command[]).map((command) => (
          <div key={command} className="flex items-baseline justify-between gap-4">
            <dt>{commands[command].says}</dt>
            <dd className="flex shrink-0 gap-1">
              {commands[command].keys.map((key) => (
                <Kbd key={key}>{keyName(key, article.direction)}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
