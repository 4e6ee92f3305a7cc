import type { Picture, PictureLink, Statement } from "@/lib/links/pictureSchema";
import { lineStyleOf, lineWords } from "@/lib/links/pictures/relationStyle";
import { LinkBadges } from "../../(dossier)/LinkBadges";
import { dayWords } from "./statementWords";

/** A statement in its words, with where it is from and how it is linked. */
export function StatementTip({ statement, picture }: { statement: Statement; picture: Picture }) {
  const title = picture.articles.find(({ id }) => id === statement.articleId)?.title;
  const counts = new Map<string, number>();
  for (const link of picture.links) {
    if (link.from !== statement.id && link.to !== statement.id) continue;
    const words = lineWords[lineStyleOf(link)];
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const linked = [...counts].map(([words, count]) => (count > 1 ? `${words} (${count})` : words));
  return (
    <>
      <Quote words={statement.words} />
      <p className="text-xs text-soft">
        <bdi>{statement.speaker ?? "No speaker named"}</bdi> · {dayWords(statement)}
      </p>
      <p className="text-xs text-soft">
        <bdi>{title}</bdi>
      </p>
      <p className="text-xs">{linked.join(", ")}</p>
    </>
  );
}

type LinkTipProps = { link: PictureLink; from: Statement; to: Statement };

/** Both statements of a link with what it says of them. */
export function LinkTip({ link, from, to }: LinkTipProps) {
  return (
    <>
      <Quote words={from.words} />
      <p className="flex flex-wrap items-center gap-1.5 text-xs font-semibold">
        {link.relation}
        <LinkBadges link={link} />
      </p>
      <Quote words={to.words} />
    </>
  );
}

function Quote({ words }: { words: string }) {
  return (
    <p dir="auto" className="line-clamp-3 font-serif leading-snug">
      “{words}”
    </p>
  );
}
