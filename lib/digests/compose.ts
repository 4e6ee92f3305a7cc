import type { InboxItem } from "@/lib/inbox/schema";
import { didWhat, inboxLink } from "@/lib/inbox/words";
import { grouped } from "@/lib/text/grouped";

export type DigestText = { subject: string; text: string; html: string };
type Links = { /** Without a slash at the end. */ address: string; unsubscribe: string };

const MOST_QUOTED = 300;
/** Characters that turn the direction of what stands around them. */
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * An e-mail about items of one person, newest first: as plain text and as HTML that says the same. What people wrote
 * is shown as they wrote it and does nothing: no markup, no line that looks like one of ours, each piece in its own
 * direction.
 */
export function composeDigest(items: readonly InboxItem[], links: Links): DigestText {
  const count = items.length === 1 ? "1 thing" : `${items.length} things`;
  const groups = [...grouped(items, ({ dossier }) => dossier.id).values()];
  const inbox = `${links.address}/inbox`;
  const settings = `${links.address}/settings#mail`;
  const text = [
    `${count} you have not read in Stet.`,
    ...groups.flatMap((those) => [
      "",
      `== ${isolated(those[0]?.dossier.title ?? "")} ==`,
      ...those.flatMap((item) => ["", ...textOf(item, links.address)]),
    ]),
    ...[
      "",
      "--",
      `Your inbox: ${inbox}`,
      `How often: ${settings}`,
      `No more e-mail: ${links.unsubscribe}`,
      "",
    ],
  ].join("\n");
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Stet</title></head>
<body style="font-family:system-ui,sans-serif;line-height:1.5;max-width:40rem;margin:0 auto;padding:1rem">
<p>${count} you have not read in Stet.</p>
${groups
  .map(
    (
      those,
    ) => `<h2 style="font-size:1.1rem;margin:1.5rem 0 0"><bdi>${escaped(those[0]?.dossier.title ?? "")}</bdi></h2>
${those.map((item) => htmlOf(item, links.address)).join("\n")}`,
  )
  .join("\n")}
<p style="margin-top:2rem;font-size:.85rem;opacity:.8">${link(inbox, "Your inbox")} · ${link(settings, "How often")} · ${link(links.unsubscribe, "No more e-mail")}</p>
</body></html>`;
  return { subject: `Stet: ${count} you have not read`, text, html };
}

function textOf(item: InboxItem, address: string): string[] {
  const path = inboxLink(item);
  const quotes = [item.comment?.body ?? item.words, item.about].filter((words) => typeof words === "string");
  return [
    `* ${isolated(item.actor.name)} ${didWhat(item)}${item.article ? `, in ${isolated(item.article.title)}` : ""}`,
    ...quotes.map((words) => `  > ${isolated(words)}`),
    path ? `  ${address}${path}` : "  (deleted since)",
  ];
}

function htmlOf(item: InboxItem, address: string): string {
  const path = inboxLink(item);
  const said = item.comment?.body ?? item.words;
  const sentence = `<bdi><b>${escaped(item.actor.name)}</b></bdi> ${escaped(didWhat(item))}`;
  const quote = (words: string, style: string) =>
    `<div dir="auto" style="${style}">${escaped(shortened(words))}</div>`;
  return `<div style="margin:1rem 0">
<div>${path ? link(address + path, sentence) : `${sentence} (deleted since)`}${item.article ? `, in <bdi>${escaped(item.article.title)}</bdi>` : ""}</div>
${said ? quote(said, "margin-top:.25rem") : ""}
${item.about ? quote(item.about, "margin-top:.25rem;border-inline-start:3px solid #938b7c;padding-inline-start:.6rem;font-family:Georgia,serif") : ""}
</div>`;
}

/** @param words HTML already */
function link(href: string, words: string): string {
  return `<a href="${escaped(href)}">${words}</a>`;
}

/** One line between FSI and PDI (Unicode isolates): it neither turns its surroundings around nor looks like a line of ours. */
function isolated(words: string): string {
  return `\u2068${shortened(words)}\u2069`;
}

function shortened(words: string): string {
  const line = words
    .replace(BIDI_CONTROLS, "")
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ")
    .trim();
  if (line.length <= MOST_QUOTED) return line;
  return `${line
    .slice(0, MOST_QUOTED)
    .replace(/\s+\S*$/, "")
    .toWellFormed()} …`;
}

function escaped(words: string): string {
  const named: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return words.replace(BIDI_CONTROLS, "").replace(/[&<>"']/g, (one) => named[one] ?? one);
}
