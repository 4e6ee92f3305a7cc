/** Shared by everything one types or chooses in. */
export const controlStyle =
  "w-full min-w-0 rounded-md border border-line-strong bg-surface px-3 py-1.5 text-sm text-ink placeholder:text-soft disabled:opacity-60 aria-invalid:border-danger";
