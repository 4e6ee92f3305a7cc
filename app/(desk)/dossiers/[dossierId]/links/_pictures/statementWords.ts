import type { Picture, Statement } from "@/lib/links/pictureSchema";

/** When something was said, and how that is known. */
export function dayWords({ day, dayIs }: Pick<Statement, "day" | "dayIs">): string {
  if (!day) return "Undated";
  const words = new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", {
    ...{ day: "numeric", month: "long", year: "numeric", timeZone: "UTC" },
  });
  return dayIs === "published" ? `published ${words}` : words;
}

/** A statement in one sentence, for who hears the picture. */
export function saidAloud(statement: Statement, { articles, links }: Picture): string {
  const title = articles.find(({ id }) => id === statement.articleId)?.title ?? "";
  const count = links.filter(({ from, to }) => from === statement.id || to === statement.id).length;
  const who = statement.speaker ?? "no speaker named";
  return `“${statement.words}” ${who}, ${dayWords(statement)}, in ${title}. ${count === 1 ? "1 link" : `${count} links`}.`;
}
