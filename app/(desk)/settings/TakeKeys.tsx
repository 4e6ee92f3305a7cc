"use client";

import { commandEntry } from "@/lib/desk/commandTable";
import type { Conflict } from "@/lib/desk/keymap";
import { keyName } from "@/lib/desk/keyNames";
import { Button } from "@/lib/ui/Button";
import { Notice } from "@/lib/ui/Notice";
import { useIsMac } from "../useKeymap";

type Props = { conflicts: readonly Conflict[]; onTake: () => void; onCancel: () => void };

/** Says who has a key already, and asks whether to take it. */
export function TakeKeys({ conflicts, onTake, onCancel }: Props) {
  const isMac = useIsMac();
  const sentences = conflicts.map(
    ({ key, from }) => `“${keyName(key, "ltr", isMac)}” is used by “${commandEntry(from).says}”`,
  );
  const isOne = conflicts.length === 1;
  return (
    <div className="mt-2">
      <Notice
        tone="warn"
        role="alert"
        title={`${sentences.join("; ")}: take ${isOne ? "it" : "them"}?`}
        actions={
          <>
            <Button size="sm" autoFocus onClick={onTake}>
              {isOne ? "Take it" : "Take them"}
            </Button>
            <Button size="sm" look="quiet" onClick={onCancel}>
              Leave {isOne ? "it" : "them"} there
            </Button>
          </>
        }
      />
    </div>
  );
}
