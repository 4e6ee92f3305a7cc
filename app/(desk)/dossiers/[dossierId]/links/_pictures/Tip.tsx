import type { ReactNode } from "react";
import type { Point } from "@/lib/links/pictures/scene";

type Props = { at: Point; frame: { width: number; height: number }; children: ReactNode };

const WIDTH = 300;

/** What a mark stands for, beside it. Only looked at: it never takes the pointer from the picture. */
export function Tip({ at, frame, children }: Props) {
  const width = Math.min(WIDTH, frame.width - 16);
  const left = Math.max(8, Math.min(frame.width - width - 8, at.x - width / 2));
  const isBelow = at.y < frame.height / 2;
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute z-10 flex flex-col gap-1 rounded-md border border-line-strong bg-surface p-3 text-sm shadow-lg"
      style={{ left, width, ...(isBelow ? { top: at.y + 14 } : { bottom: frame.height - at.y + 14 }) }}
    >
      {children}
    </div>
  );
}
