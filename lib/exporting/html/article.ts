import { plainDate } from "@/lib/exporting/html/dates";
import { headingLevels } from "@/lib/exporting/html/headings";
import { externalLink } from "@/lib/exporting/html/markdown";
import { type Content, html, isolated, join, Markup } from "@/lib/exporting/html/markup";
import { anchors, type Note, type ReportPage } from "@/lib/exporting/html/model";
import { noteList } from "@/lib/exporting/html/notes";
import { passageText } from "@/lib/exporting/html/passages";
import type { SnapshotArticle } from "@/lib/reports/snapshot";
import { canonicalText, textBlocks } from "@/lib/text/canonical";
import type { ArticleDocument } from "@/lib/text/document";

/** One article: where it is from, its text with the passages marked, and each block's notes beside it. */
export function articleSection(page: ReportPage, article: SnapshotArticle, notes: readonly Note[]): Markup {
  const id = anchors.article(article.id);
  const levelOf = headingLevels(2);
  const draft = page.envelope.status === "draft" ? html`<p class="draft-tag">Draft, not signed</p>` : null;
  const rows = groupedByNotes(blocksOf(article), notes).map((group) => {
    const [first, ...rest] = group.blocks.map((block) => {
      // A passage may run over several blocks; its note stands where it begins.
      const here = notes.filter(({ annotation: { start, end } }) => start < block.end && end > block.start);
      return element(block.level, levelOf, passageText(article.revision.text, block, here));
    });
    return html`<div class="block">${first ?? null}${noteList(page, group.notes)}${rest}</div>`;
  });
  return html`
<section class="article" aria-labelledby="${id}">
<header>
${draft}<h2 id="${id}" dir="auto" lang="${article.language}">${article.title}</h2>
<p class="source" dir="${article.direction}">${provenance(article)}</p>
</header>
<div class="text" dir="${article.direction}" lang="${article.language}">${join(rows, "\n")}</div>
</section>`;
}

export type ArticleBlock = { start: number; end: number; level: number | null };

type Group = { blocks: ArticleBlock[]; notes: Note[] };

/**
 * Each block that has notes with the blocks behind it that have none: in the margin its notes may take the room
 * beside those, too, so that the text has as few gaps as can be.
 */
function groupedByNotes(blocks: readonly ArticleBlock[], notes: readonly Note[]): Group[] {
  const groups: Group[] = [];
  for (const block of blocks) {
    const begun = notes.filter(({ annotation: { start } }) => start >= block.start && start <= block.end);
    const last = groups.at(-1);
    if (last && begun.length === 0) last.blocks.push(block);
    else groups.push({ blocks: [block], notes: begun });
  }
  return groups;
}

/**
 * The blocks of an article. Its document was checked when it was imported and is checked again by the verifier, so
 * not here, where it would be a sixth of the time; one that does not fit its text is shown line by line.
 */
export function blocksOf({ revision }: SnapshotArticle): ArticleBlock[] {
  try {
    const document = revision.document as ArticleDocument;
    if (canonicalText(document) === revision.text) {
      return textBlocks(document).map(({ start, end, level }) => ({ start, end, level: level ?? null }));
    }
  } catch {
    // Not a document at all: by lines, too.
  }
  let start = 0;
  return revision.text.split("\n").map((line) => {
    const block = { start, end: start + line.length, level: null };
    start = block.end + 1;
    return block;
  });
}

function element(level: number | null, levelOf: (asked: number) => number, text: Content): Markup {
  if (level === null) return html`<p>${text}</p>`;
  const written = levelOf(level);
  if (written <= 3) return html`<h3>${text}</h3>`;
  if (written === 4) return html`<h4>${text}</h4>`;
  if (written === 5) return html`<h5>${text}</h5>`;
  return html`<h6>${text}</h6>`;
}

function provenance({ outlet, byline, publishedOn, url, revision }: SnapshotArticle): Markup {
  const parts = [
    outlet && isolated(outlet),
    byline && isolated(byline),
    publishedOn && isolated(plainDate(publishedOn)),
    url && externalLink(url, url),
    isolated(`revision ${revision.number}`),
  ];
  return join(
    parts.filter((part) => part instanceof Markup),
    " · ",
  );
}
