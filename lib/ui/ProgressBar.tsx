/** How far a job has come, of `max`; `label` says which job. */
export function ProgressBar({ label, value, max }: { label: string; value: number; max: number }) {
  return (
    <div className="flex items-center gap-3">
      <progress
        aria-label={label}
        value={value}
        max={Math.max(max, 1)}
        className="stet-progress h-2 min-w-0 flex-1 overflow-hidden rounded-full"
      />
      <span aria-hidden className="text-xs text-soft tabular-nums">
        {value} / {max}
      </span>
    </div>
  );
}
