import { memo } from "react";
import type { Shape } from "@/lib/links/pictures/scene";
import { classes } from "@/lib/ui/classes";
import { Shapes } from "./Shapes";

type Props = { width: number; height: number; shapes: readonly Shape[]; isDimmed?: boolean };

/**
 * One layer of a picture. Kept by the browser as an image of its own, so that pointing at something dims thousands of
 * lines without drawing them again.
 */
export const Layer = memo(function Layer({ width, height, shapes, isDimmed = false }: Props) {
  return (
    <svg
      aria-hidden="true"
      width={width}
      height={height}
      className={classes(
        "pointer-events-none absolute inset-0 font-sans transition-opacity will-change-[opacity] motion-reduce:transition-none",
        isDimmed && "opacity-20",
      )}
    >
      <Shapes shapes={shapes} />
    </svg>
  );
});
