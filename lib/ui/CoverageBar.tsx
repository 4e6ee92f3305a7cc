type Counts = { annotated: number; cleared: number; open: number };

/** How much of a text somebody has looked at. Solid: annotated; hatched: nothing to check; empty: open. */
export function CoverageBar({ annotated, cleared, open }: Counts) {
  const total = annotated + cleared + open;
  const share = (count: number) => `${total === 0 ? 0 : (100 * count) / total}%`;
  const percent = total === 0 ? 0 : Math.floor((100 * (annotated + cleared)) / total);
  const words = `${percent}% looked at: ${annotated} of ${total} sentences annotated, ${cleared} with nothing to check, ${open} open`;
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap" title={words}>
      <span
        role="img"
        aria-label={words}
        className="flex h-2 w-24 overflow-hidden rounded-full border border-line-strong bg-sunken"
      >
        <span className="bg-accent forced-colors:bg-[Highlight]" style={{ inlineSize: share(annotated) }} />
        <span className="hatched" style={{ inlineSize: share(cleared) }} />
      </span>
      <span aria-hidden className="text-xs text-soft tabular-nums">
        {percent}%
      </span>
    </span>
  );
}
