"use client";

import { useDossier } from "@/lib/live/useDossier";
import type { Report } from "@/lib/reports/schema";
import { Prose } from "@/lib/ui/Prose";

/** A report as someone sees it who may not change it. */
export function ReportText({ report }: { report: Report }) {
  const articles = useDossier((state) => report.articles.flatMap((id) => state.articles[id] ?? []));
  return (
    <div className="flex flex-col gap-6">
      <section aria-labelledby="memo">
        <h2 id="memo" className="mb-2 text-sm font-semibold">
          Memo
        </h2>
        <div className="stet-card p-5">
          {report.memo.trim() ? (
            <Prose text={report.memo} under={2} />
          ) : (
            <p className="text-sm text-soft">No memo yet.</p>
          )}
        </div>
      </section>
      <section aria-labelledby="articles">
        <h2 id="articles" className="mb-2 text-sm font-semibold">
          Articles
        </h2>
        <ul className="list-disc ps-5 text-sm">
          {articles.map((article) => (
            <li key={article.id} dir="auto">
              {article.title}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
