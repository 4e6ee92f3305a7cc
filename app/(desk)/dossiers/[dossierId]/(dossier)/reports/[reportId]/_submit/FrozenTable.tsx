import type { Readiness } from "@/lib/reviews/readinessSchema";
import { counted } from "../../../../../../words";

const columns = ["annotations", "evidence", "links", "cleared"] as const;
const heads = { annotations: "Annotations", evidence: "Evidence", links: "Links", cleared: "Cleared" };

/** What would be frozen, article by article, and how much of it reviewers have to look at. */
export function FrozenTable({ readiness }: { readiness: Readiness }) {
  const { frozen, standing } = readiness;
  const isFirst = standing.new === Object.values(standing).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <div className="overflow-x-auto">
        <table className="w-full text-sm">
          <caption className="sr-only">What will be frozen, with the memo</caption>
          <thead className="text-[0.6875rem] text-soft sm:text-xs">
            <tr className="border-b border-line">
              <th scope="col" className="py-1 pe-3 text-start font-medium">
                Article
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" className="px-1 py-1 text-end sm:px-2 font-medium">
                  {heads[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {frozen.articles.map((article) => (
              <tr key={article.id} className="border-b border-line">
                <th scope="row" className="py-1 pe-3 text-start font-serif font-normal">
                  <bdi>{article.title}</bdi>
                </th>
                {columns.map((column) => (
                  <td key={column} className="px-1 py-1 text-end sm:px-2 tabular-nums">
                    {article[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="font-semibold">
              <th scope="row" className="py-1 pe-3 text-start">
                {counted(frozen.articles.length, "article")} and the memo
              </th>
              {columns.map((column) => (
                <td key={column} className="px-1 py-1 text-end sm:px-2 tabular-nums">
                  {frozen[column]}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      {!isFirst && (
        <p className="mt-2 text-sm text-soft">
          Of these,{" "}
          {[
            standing.new > 0 && `${standing.new} are new`,
            standing.changed > 0 && `${standing.changed} changed since they were accepted`,
            standing.fixed > 0 && `${standing.fixed} fixed, to be seen again`,
            standing["returned-unchanged"] > 0 && `${standing["returned-unchanged"]} returned and not fixed`,
            standing.carried > 0 &&
              `${standing.carried} accepted before and unchanged: those decisions stand`,
          ]
            .filter(Boolean)
            .join(" · ")}
          .
        </p>
      )}
    </>
  );
}
