import type { ReactNode } from "react";
import { classes } from "./classes";

const tones = {
  neutral: "border-line-strong text-soft",
  accent: "border-accent bg-accent-wash text-accent",
  ok: "border-ok bg-ok-wash text-ok",
  warn: "border-warn bg-warn-wash text-warn",
  danger: "border-danger bg-danger-wash text-danger",
} as const;

export type Tone = keyof typeof tones;

/** A few words about the state of a thing. `dashed` says "not for certain" without relying on colour. */
export function Badge({
  tone = "neutral",
  dashed,
  title,
  children,
}: {
  tone?: Tone;
  dashed?: boolean;
  title?: string;
  children: ReactNode;
}) {
  return (
    <span
      title={title}
      className={classes(
        "inline-flex items-center gap-1 rounded border px-1.5 py-px text-xs font-medium whitespace-nowrap",
        tones[tone],
        dashed && "border-dashed",
      )}
    >
      {children}
    </span>
  );
}
