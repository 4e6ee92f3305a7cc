"use client";

import { type RefObject, useEffect, useState } from "react";
import type { Coverage } from "@/lib/articles/coverage";
import { sentenceAt } from "@/lib/desk/sentenceCursor";
import { useDesk } from "./deskContext";

type Bar = { start: number; top: number; height: number };
/** Lines of a sentence reach less far than their boxes, so that neighbours stay apart. */
const INSET = 3;

/** Bars beside the lines of sentences that are still open, near the screen; the coverage bar says it in numbers. */
export function OpenGutter(props: {
  coverage: Coverage;
  column: RefObject<HTMLElement | null>;
  layout: number;
}) {
  const { coverage, column, layout } = props;
  const { surface } = useDesk();
  const [bars, setBars] = useState<readonly Bar[]>([]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new layout is a reason to measure again
  useEffect(() => {
    let frame = 0;
    const measure = () => {
      frame = 0;
      const handle = surface.current;
      const article = column.current?.querySelector(".stet-article");
      const visible = handle?.visible();
      if (!handle || !article || !column.current || !visible) return setBars([]);
      const shift = article.getBoundingClientRect().top - column.current.getBoundingClientRect().top;
      const around = visible.end - visible.start;
      const { sentences } = coverage;
      const found: Bar[] = [];
      for (let i = Math.max(0, sentenceAt(sentences, visible.start - around)); ; i++) {
        const sentence = sentences[i];
        if (!sentence || sentence.start > visible.end + around) break;
        const box = sentence.state === "open" && handle.rectOf(sentence);
        if (!box) continue;
        found.push({ start: sentence.start, top: shift + box.top + INSET, height: box.height - 2 * INSET });
      }
      setBars(found);
    };
    const schedule = () => {
      frame ||= requestAnimationFrame(measure);
    };
    schedule();
    // Captured: a pane that scrolls tells only itself.
    window.addEventListener("scroll", schedule, { passive: true, capture: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", schedule, { capture: true });
    };
  }, [coverage, layout, surface, column]);

  return (
    <div aria-hidden className="pointer-events-none absolute inset-y-0 -start-3 w-1">
      {bars.map(({ start, top, height }) => (
        <span
          key={start}
          className="absolute inset-x-0 rounded-full bg-warn forced-colors:bg-[CanvasText]"
          style={{ insetBlockStart: top, blockSize: Math.max(6, height) }}
        />
      ))}
    </div>
  );
}
