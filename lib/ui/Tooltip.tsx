"use client";

import { Tooltip as Radix } from "radix-ui";
import type { ReactNode } from "react";

/** Extra words on hover and focus. Never the only place where something is said: the child keeps its own name. */
export function Tooltip({ text, children }: { text: ReactNode; children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={400}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            sideOffset={5}
            collisionPadding={8}
            className="z-60 max-w-72 rounded border border-line-strong bg-ink px-2 py-1 text-xs leading-snug text-paper shadow-md"
          >
            {text}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
