import * as Y from "yjs";
import { isSafeHref } from "@/lib/text/document";
import { memoSchema } from "./extensions";
import { MEMO_FIELD } from "./field";

/**
 * Why an update has no place in a memo, as a sentence; null when it has one. Looks at what the update itself brings,
 * piece by piece, so it needs no document: what is in one was looked at when it came.
 */
export function unfit(update: Uint8Array): string | null {
  let structs: ReturnType<typeof Y.decodeUpdate>["structs"];
  try {
    ({ structs } = Y.decodeUpdate(update));
  } catch {
    return "This is not a whole Yjs update.";
  }
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    const reason = unfitItem(struct);
    if (reason) return reason;
  }
  return null;
}

function unfitItem({ parent, parentSub, content }: Y.Item): string | null {
  // Before it is integrated, the parent of an item at the root is that root's name.
  if (typeof parent === "string" && parent !== MEMO_FIELD) return "A memo has one text only.";
  if (content instanceof Y.ContentDeleted || content instanceof Y.ContentString) return null;
  if (content instanceof Y.ContentType) return unfitNode(content.type);
  if (content instanceof Y.ContentFormat) return unfitMark(content.key, content.value);
  if (content instanceof Y.ContentAny && parentSub !== null) return unfitAttribute(parentSub, content.arr);
  return "A memo holds words only.";
}

function unfitNode(type: unknown): string | null {
  if (type instanceof Y.XmlText) return null;
  if (!(type instanceof Y.XmlElement)) return "A memo holds words only.";
  const name = type.nodeName;
  const isKnown = Object.hasOwn(memoSchema().nodes, name) && name !== "doc" && name !== "text";
  return isKnown ? null : "A memo has no such kind of block.";
}

function unfitMark(key: string, value: unknown): string | null {
  const mark = Object.hasOwn(memoSchema().marks, key) ? memoSchema().marks[key] : undefined;
  if (!mark) return "A memo has no such mark.";
  // The end of a mark.
  if (value === null) return null;
  if (typeof value !== "object" || Array.isArray(value)) return "A mark is not as marks are.";
  const attributes = Object.entries(value);
  const known = mark.spec.attrs ?? {};
  if (attributes.some(([name, given]) => !Object.hasOwn(known, name) || !isShort(given))) {
    return "A mark is not as marks are.";
  }
  const { href } = value as { href?: unknown };
  if (key === "link" && !(typeof href === "string" && isSafeHref(href))) {
    return "A link must be http, https or mailto.";
  }
  return null;
}

const isPlace: Record<string, (value: unknown) => boolean> = {
  level: (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 6,
  language: (value) => typeof value === "string" && value.length <= 60,
  start: (value) => Number.isSafeInteger(value),
  type: (value) => typeof value === "string" && /^[1aAiI]$/.test(value),
};

function unfitAttribute(name: string, values: readonly unknown[]): string | null {
  const check = Object.hasOwn(isPlace, name) ? isPlace[name] : undefined;
  return check && values.every((value) => value === null || check(value))
    ? null
    : "A block is not as blocks are.";
}

function isShort(value: unknown): boolean {
  return value === null || (typeof value === "string" && value.length <= 2_100);
}
