import type { KeyboardEvent } from "react";

export type Direction = "left" | "right" | "up" | "down";

type Acts = {
  onStep(direction: Direction): void;
  onOpen(): void;
  onLeave(): void;
  onZoom(by: number): void;
  onAll(): void;
};

const arrows: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};
const STEP = 1.6;

/** The keys of every picture: arrows walk, Enter opens, Escape leaves, plus and minus zoom, 0 shows all. */
export function pictureKey(event: KeyboardEvent, { onStep, onOpen, onLeave, onZoom, onAll }: Acts): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const direction = arrows[event.key];
  if (direction) onStep(direction);
  else if (event.key === "Enter") onOpen();
  else if (event.key === "Escape") onLeave();
  else if (event.key === "+" || event.key === "=") onZoom(STEP);
  else if (event.key === "-") onZoom(1 / STEP);
  else if (event.key === "0") onAll();
  else return;
  event.preventDefault();
}
