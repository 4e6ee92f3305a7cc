import type { ReportPage } from "@/lib/exporting/html/model";

/** "2 articles · 7 annotations · 1 contradiction". */
export function counts({ articles, notes, contradictions }: ReportPage): string {
  return [
    counted(articles.length, "article", "articles"),
    counted(notes.size, "annotation", "annotations"),
    counted(contradictions.length, "contradiction", "contradictions"),
  ].join(" · ");
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
