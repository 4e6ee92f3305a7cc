import type { Readiness } from "@/lib/reviews/readinessSchema";
import { Avatar } from "@/lib/ui/Avatar";
import { Notice } from "@/lib/ui/Notice";
import { counted } from "../../../../../../words";

/** Who hears of the submission, and whether enough of them could sign. */
export function WhoIsTold({ readiness }: { readiness: Readiness }) {
  const { reviewers, signOffsRequired } = readiness;
  const able = reviewers.filter(({ maySign }) => maySign).length;
  return (
    <>
      {reviewers.length > 0 && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1.5 text-sm">
          {reviewers.map(({ userId, name, maySign }) => (
            <li key={userId} className="inline-flex items-center gap-1.5">
              <Avatar name={name} size="sm" />
              <bdi>{name}</bdi>
              {!maySign && <span className="text-xs text-soft">(contributed: cannot sign)</span>}
            </li>
          ))}
        </ul>
      )}
      {able < signOffsRequired && (
        <div className="mt-2">
          <Notice tone="warn" title="This could be reviewed, but not signed yet">
            {counted(signOffsRequired, "sign-off is", "sign-offs are")} needed, and{" "}
            {able === 0 ? "nobody" : `only ${counted(able, "person", "people")}`} here may sign: reviewers and
            owners who made none of it. An owner of the dossier can add one.
          </Notice>
        </div>
      )}
    </>
  );
}
