import { paragraph } from "@/lib/exporting/docx/blocks";
import type { Passages } from "@/lib/exporting/docx/passages";
import { directionOf, languageTag, runs } from "@/lib/exporting/docx/runs";
import type { Writing } from "@/lib/exporting/docx/writing";
import type { Xml, XmlContent } from "@/lib/exporting/docx/xml";
import { blocksOf } from "@/lib/exporting/html/article";
import { plainDate } from "@/lib/exporting/html/dates";
import { headingLevels } from "@/lib/exporting/html/headings";
import type { Note } from "@/lib/exporting/html/model";
import { isolatedText } from "@/lib/exporting/isolatedText";
import type { SnapshotArticle } from "@/lib/reports/snapshot";

/** One article: its title, where it is from, and its text with the passages marked and commented. */
export function articleBlocks(
  writing: Writing,
  passages: Passages,
  article: SnapshotArticle,
  notes: readonly Note[],
): Xml[] {
  const { title, direction, revision } = article;
  const levelOf = headingLevels(1);
  const language = languageTag(article.language);
  const text = { text: revision.text, direction, language };
  return [
    paragraph(runs(title, language ? { language } : {}), {
      style: "StetArticle",
      keepNext: true,
      direction: directionOf(title),
    }),
    paragraph(provenance(writing, article), { style: "StetSource" }),
    ...blocksOf(article).map((block) =>
      paragraph(passages.block(text, block, notes), {
        ...(block.level === null
          ? { style: "StetText" }
          : { style: `Heading${levelOf(block.level)}`, keepNext: true }),
        direction,
      }),
    ),
  ];
}

function provenance(
  writing: Writing,
  { outlet, byline, publishedOn, url, revision }: SnapshotArticle,
): XmlContent {
  const parts: XmlContent[] = [
    outlet ? runs(isolatedText(outlet)) : null,
    byline ? runs(isolatedText(byline)) : null,
    publishedOn ? runs(plainDate(publishedOn)) : null,
    url ? writing.link(url, isolatedText(url)) : null,
    runs(`revision ${revision.number}`),
  ];
  return parts.filter((part) => part !== null).flatMap((part, i) => (i === 0 ? [part] : [runs(" · "), part]));
}
