import type { JSONContent } from "@tiptap/core";
import { inlineMarkdown } from "./inlineMarkdown";

/** A memo's document as Markdown (CommonMark with strike-through): what snapshots, exports and the API hold. */
export function memoToMarkdown(document: JSONContent): string {
  return blocks(document.content ?? []);
}

/** `isTight`: in a list item, where a list stands right under its line. */
function blocks(nodes: readonly JSONContent[], isTight = false): string {
  let out = "";
  let before: JSONContent | undefined;
  let alternate = false;
  for (const node of nodes) {
    // Two lists in a row would be read as one: every other one has another sign.
    alternate = before !== undefined && before.type === node.type && !alternate;
    const text = block(node, alternate);
    if (text === "") continue;
    if (out !== "") out += isTight && isList(node) ? "\n" : "\n\n";
    out += text;
    before = node;
  }
  return out;
}

function block(node: JSONContent, alternate: boolean): string {
  const content = node.content ?? [];
  switch (node.type) {
    case "heading":
      return `${"#".repeat(levelOf(node))} ${oneLine(content)}`.trimEnd();
    case "codeBlock":
      return fenced(node);
    case "horizontalRule":
      return "---";
    case "blockquote":
      return prefixed(blocks(content), "> ", "> ");
    case "bulletList":
      return items(content, () => (alternate ? "* " : "- "));
    case "orderedList": {
      const start = Number.isSafeInteger(node.attrs?.start) ? Math.max(0, node.attrs?.start) : 1;
      return items(content, (index) => `${start + index}${alternate ? ")" : "."} `);
    }
    default:
      return inlineMarkdown(content);
  }
}

function items(nodes: readonly JSONContent[], markerOf: (index: number) => string): string {
  const isLoose = nodes.some(({ content = [] }) => content.filter((one) => !isList(one)).length > 1);
  return nodes
    .map(({ content = [] }, index) => {
      const marker = markerOf(index);
      return prefixed(blocks(content, !isLoose), marker, " ".repeat(marker.length));
    })
    .join(isLoose ? "\n\n" : "\n");
}

/** Empty lines get no trailing spaces. */
function prefixed(text: string, first: string, rest: string): string {
  return text
    .split("\n")
    .map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd())
    .join("\n");
}

function fenced({ attrs, content = [] }: JSONContent): string {
  const text = content.map((node) => node.text ?? "").join("");
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const language = typeof attrs?.language === "string" ? attrs.language.replace(/[`\s]/g, "") : "";
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Signs at the end of a heading would be taken for its closing ones. */
function oneLine(content: readonly JSONContent[]): string {
  return inlineMarkdown(content)
    .replace(/\\?\n/g, " ")
    .replace(/(^|\s)(#+)$/, "$1\\$2");
}

function isList({ type }: JSONContent): boolean {
  return type === "bulletList" || type === "orderedList";
}

function levelOf({ attrs }: JSONContent): number {
  const level = Number(attrs?.level);
  return Number.isInteger(level) && level >= 1 && level <= 6 ? level : 2;
}
