import type { ReactNode } from "react";

/** The head of a page: where it is, its one h1, what it is about, and what can be done. */
export function PageHeader({
  trail,
  title,
  children,
  actions,
}: {
  /** Links to the pages above. */
  trail?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-80">
        {trail && (
          <nav aria-label="Where this is" className="mb-1 text-sm text-soft">
            {trail}
          </nav>
        )}
        <h1 className="font-serif text-2xl leading-tight font-semibold text-balance sm:text-3xl">{title}</h1>
        {children && <div className="mt-2 text-sm text-soft">{children}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
