import type { Gone } from "@/lib/reviews/material";
import { counted } from "../../../../../../../words";

/** What the round before had and this one has not: nothing to decide, but something to know. */
export function GoneItems({ gone }: { gone: readonly Gone[] }) {
  const [first] = gone;
  if (!first) return null;
  return (
    <details className="stet-card mt-6 px-5 py-3 text-sm">
      <summary className="cursor-pointer rounded font-semibold">
        {counted(gone.length, "item")} of round {first.number} {gone.length === 1 ? "is" : "are"} gone
      </summary>
      <ul className="mt-2 flex flex-col gap-1.5">
        {gone.map(({ type, id, words, of }) => (
          <li key={`${type}:${id}`} className="min-w-0 wrap-anywhere">
            <span className="text-soft">{type === "annotation" ? "Annotation" : "Link"}: </span>
            <del dir="auto" className="font-serif">
              {words}
            </del>
            {type === "annotation" ? (
              <span className="text-soft">
                {" "}
                in <bdi>{of}</bdi>
              </span>
            ) : (
              <>
                <span className="text-soft"> to </span>
                <del dir="auto" className="font-serif">
                  {of}
                </del>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
