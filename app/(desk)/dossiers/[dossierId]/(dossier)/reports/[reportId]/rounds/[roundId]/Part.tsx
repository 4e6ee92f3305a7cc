import { type ReactNode, useId } from "react";

/** One part of what an item says, under its name. */
export function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-t border-line pt-3.5">
      <h3 id={id} className="mb-2 text-xs font-semibold tracking-wide text-soft uppercase">
        {title}
      </h3>
      {children}
    </section>
  );
}
