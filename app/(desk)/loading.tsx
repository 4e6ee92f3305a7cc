import { Skeleton } from "@/lib/ui/Skeleton";

/** The head of a page and some rows: about what every page begins with. */
export default function Loading() {
  return (
    <div role="status" className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6">
      <span className="sr-only">Loading</span>
      <Skeleton className="mb-3 h-9 w-80 max-w-full" />
      <Skeleton className="mb-9 h-4 w-56 max-w-full" />
      {[1, 2, 3, 4].map((row) => (
        <Skeleton key={row} className="mb-3 h-16 w-full" />
      ))}
    </div>
  );
}
