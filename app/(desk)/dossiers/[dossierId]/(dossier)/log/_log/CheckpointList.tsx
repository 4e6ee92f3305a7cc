import type { SignedCheckpoint } from "@/lib/checkpoints/statement";
import { Moment } from "@/lib/ui/Moment";

/** The newest checkpoints, to be compared with what somebody kept. */
export function CheckpointList({ items }: { items: readonly SignedCheckpoint[] }) {
  return (
    <details className="mt-3">
      <summary className="w-fit cursor-pointer rounded text-accent">Checkpoints</summary>
      <p className="mt-2 max-w-prose text-soft">
        A checkpoint is the head of the log as a tree, signed by this installation. Whoever keeps one can
        later show that the log still begins with what it was made of. The same stand in a file outside the
        database, and in every signed report.
      </p>
      <ol className="mt-2 divide-y divide-line" aria-label="Checkpoints, newest first">
        {items.map(({ signed }) => (
          <li key={signed.size} className="flex flex-wrap gap-x-4 gap-y-0.5 py-1.5 text-xs">
            <span className="min-w-24 font-semibold tabular-nums">{signed.size} entries</span>
            <span className="min-w-36 text-soft">
              <Moment at={signed.at} />
            </span>
            <span className="min-w-0 basis-full font-mono break-all text-soft sm:basis-0 sm:grow">
              {signed.head}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
