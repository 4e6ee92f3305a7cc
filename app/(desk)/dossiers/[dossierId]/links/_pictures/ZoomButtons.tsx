import { Minus, Plus } from "lucide-react";
import { Button } from "@/lib/ui/Button";

type Props = { onZoom: (by: number) => void; onAll: () => void };

export function ZoomButtons({ onZoom, onAll }: Props) {
  return (
    <>
      <Button size="icon-sm" aria-label="Zoom out" onClick={() => onZoom(1 / 1.6)}>
        <Minus aria-hidden size={14} />
      </Button>
      <Button size="icon-sm" aria-label="Zoom in" onClick={() => onZoom(1.6)}>
        <Plus aria-hidden size={14} />
      </Button>
      <Button size="sm" onClick={onAll}>
        Whole
      </Button>
    </>
  );
}
