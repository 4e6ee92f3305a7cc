import type { ReactNode } from "react";

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-5 rounded border border-line-strong bg-sunken px-1 text-center font-sans text-[0.6875rem] leading-4.5 text-soft">
      {children}
    </kbd>
  );
}
