/** A passage with what stands around it in its sentence. */
export function PassageText({ before, exact, after }: { before: string; exact: string; after: string }) {
  return (
    <span dir="auto" className="block font-serif text-sm leading-snug">
      <span className="text-soft">{before}</span>
      <mark className="rounded-xs bg-claim-wash px-px font-semibold text-ink">{exact}</mark>
      <span className="text-soft">{after}</span>
    </span>
  );
}
