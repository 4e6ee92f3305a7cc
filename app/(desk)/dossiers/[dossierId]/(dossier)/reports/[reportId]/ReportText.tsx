"use client";

import type { ReactNode } from "react";
import { useDossier } from "@/lib/live/useDossier";
import type { ReportHead } from "@/lib/reports/schema";

/** A report as someone sees it who may not change it. */
export function ReportText({ report, memo }: { report: ReportHead; memo: ReactNode }) {
  const articles = useDossier((state) => report.articles.flatMap((id) => state.articles[id] ?? []));
  return (
    <div className="flex flex-col gap-6">
      {memo}
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
