import { Tokenizer } from "htmlparser2";

const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
const BLOCK = new Set(
  "address article aside blockquote dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header li main nav ol p pre section table td th tr ul".split(
    " ",
  ),
);
/** Elements that the start of another ends, so that pages which leave out end tags do not look deep. */
const CLOSED_BY = new Map<string, readonly string[]>(
  Object.entries({
    li: ["p", "li"],
    dt: ["p", "dt", "dd"],
    dd: ["p", "dt", "dd"],
    td: ["p", "td", "th"],
    th: ["p", "td", "th"],
    tr: ["p", "td", "th", "tr"],
    option: ["option"],
  }),
);
/** Raw text in the parsers that come after us as in this one; the text of other raw elements is left out. */
const SHARED_RAW = new Set(["script", "style", "title", "textarea"]);
const OTHER_RAW = new Set(["xmp", "noembed", "noframes", "plaintext", "iframe"]);

/**
 * Rewrites HTML so that no element lies deeper than `limit`: deeper tags are left out, their text stays (a block
 * becomes a line break). Comments and declarations are left out too, so that the parsers that follow cannot read
 * them differently. Linear in the input, where those parsers are quadratic in its depth and recurse.
 */
export function limitNesting(html: string, limit: number): string {
  const out: string[] = [];
  const open: string[] = [];
  const dropped = new Map<string, number>();
  let tagStart = 0;
  let name = "";

  const start = (endIndex: number) => {
    const closes = CLOSED_BY.get(name) ?? (BLOCK.has(name) ? ["p"] : []);
    while (closes.includes(open.at(-1) ?? "")) open.pop();
    if (open.length >= limit && !VOID.has(name)) {
      dropped.set(name, (dropped.get(name) ?? 0) + 1);
      if (BLOCK.has(name)) out.push("<br>");
      return;
    }
    if (!VOID.has(name)) open.push(name);
    out.push(html.slice(tagStart, endIndex + 1));
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname(from, to) {
        tagStart = from - 1;
        name = html.slice(from, to).toLowerCase();
      },
      onopentagend: start,
      onselfclosingtag: start,
      onclosetag(from, to) {
        const closing = html.slice(from, to).toLowerCase();
        const count = dropped.get(closing) ?? 0;
        if (count > 0) {
          dropped.set(closing, count - 1);
          return;
        }
        const index = open.lastIndexOf(closing);
        if (index >= 0) {
          open.length = index;
          dropped.clear();
        }
        if (index >= 0 || closing === "br") out.push(`</${closing}>`);
      },
      ontext(from, to) {
        if (!OTHER_RAW.has(open.at(-1) ?? "") && !isDroppedRaw(dropped)) out.push(html.slice(from, to));
      },
      ontextentity: ignore,
      onattribdata: ignore,
      onattribentity: ignore,
      onattribend: ignore,
      onattribname: ignore,
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onprocessinginstruction: ignore,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return out.join("");
}

/** Whether we are inside a script or the like whose tag was left out: its text must not become prose. */
function isDroppedRaw(dropped: ReadonlyMap<string, number>): boolean {
  if (dropped.size === 0) return false;
  return [...SHARED_RAW, ...OTHER_RAW].some((name) => (dropped.get(name) ?? 0) > 0);
}

function ignore(): void {}
