import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "@/lib/ui/Button";
import type { ReviewRow } from "./reviewRows";

type Props = {
  row: ReviewRow | undefined;
  shown: readonly ReviewRow[];
  onNext: () => void;
  onPrevious: () => void;
};

/** Where one is among what is shown, with the way to either side. */
export function ReviewPlace({ row, shown, onNext, onPrevious }: Props) {
  const place = row?.item.place ?? -1;
  const at = shown.findIndex(({ item }) => item.place === place);
  const hasPrevious = shown.some(({ item }) => item.place < place);
  const hasNext = shown.some(({ item }) => item.place > place);
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2">
      <h2 className="min-w-0 flex-1 truncate text-sm font-semibold">
        {row && (row.item.type === "annotation" ? "Annotation" : "Link")}{" "}
        <span className="font-normal text-soft">
          {at >= 0 ? `${at + 1} of ${shown.length} shown` : "outside of what is shown"}
        </span>
      </h2>
      <Button
        size="icon-sm"
        look="quiet"
        aria-label="Previous item"
        title="Previous item (k)"
        disabled={!hasPrevious}
        onClick={onPrevious}
      >
        <ChevronLeft aria-hidden size={18} className="rtl:-scale-x-100" />
      </Button>
      <Button
        size="icon-sm"
        look="quiet"
        aria-label="Next item"
        title="Next item (j)"
        disabled={!hasNext}
        onClick={onNext}
      >
        <ChevronRight aria-hidden size={18} className="rtl:-scale-x-100" />
      </Button>
    </div>
  );
}
