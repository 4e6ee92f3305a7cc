import { classes } from "./classes";

/** Where something will be: give it the size of what comes, so that nothing jumps. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={classes("block animate-pulse rounded bg-line motion-reduce:animate-none", className)}
    />
  );
}
