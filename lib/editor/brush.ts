import type { StyledRange } from "@/lib/editor/marks";

/** A way to draw styled ranges on one surface. */
export type Brush = {
  /** Draws `added` and takes `removed` (objects drawn before) away. */
  draw(added: readonly StyledRange[], removed: readonly StyledRange[]): void;
  /** Called when the text was laid out anew, so that whatever was drawn by coordinates must move. */
  relaid(): void;
  /** Takes everything of this surface away. */
  destroy(): void;
};
