"use client";

import { X } from "lucide-react";
import { Button } from "@/lib/ui/Button";
import { AnnotationCard } from "./AnnotationCard";
import { useDesk } from "./deskContext";

/** Where there is no room beside the text: the selected card, at the foot of the screen. */
export function CardSheet() {
  const { annotations, state, dispatch } = useDesk();
  const selected = annotations.find((one) => one.id === state.selectedId);
  if (!selected) return null;
  return (
    <aside
      aria-label="Annotation"
      className="fixed inset-x-0 bottom-0 z-30 max-h-[45dvh] overflow-y-auto border-t border-line-strong bg-paper p-3 shadow-[0_-4px_16px_rgb(0_0_0/0.12)]"
    >
      <div className="mb-1 flex justify-end">
        <Button
          look="quiet"
          size="icon-sm"
          aria-label="Close the card"
          onClick={() => dispatch({ type: "selected", id: null })}
        >
          <X aria-hidden size={16} />
        </Button>
      </div>
      <AnnotationCard annotation={selected} isSelected />
    </aside>
  );
}
