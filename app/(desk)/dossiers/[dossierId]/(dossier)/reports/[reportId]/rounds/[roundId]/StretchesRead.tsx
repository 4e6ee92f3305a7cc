import type { Stretch } from "@/lib/reviews/wordDifference";

/** A text with what was taken out struck through and what came in underlined: never by colour alone. */
export function StretchesRead({ stretches, lang }: { stretches: readonly Stretch[]; lang?: string }) {
  return (
    <p dir="auto" lang={lang} className="max-w-[68ch] leading-relaxed whitespace-pre-line">
      {stretches.map(({ is, text }, index) => {
        const key = `${index} ${is}`;
        if (is === "same") return <span key={key}>{text}</span>;
        if (is === "removed") {
          return (
            <del key={key} className="rounded-xs bg-danger-wash text-danger decoration-1">
              {text}
            </del>
          );
        }
        return (
          <ins key={key} className="rounded-xs bg-ok-wash text-ok decoration-1 underline-offset-2">
            {text}
          </ins>
        );
      })}
    </p>
  );
}
