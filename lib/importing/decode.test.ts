import { describe, expect, test } from "vitest";
import { decode, MAX_INPUT_BYTES } from "@/lib/importing/decode";

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !bigEndian);
  return bytes;
};

describe("decode", () => {
  test.each([
    ["UTF-8", utf8("قال é 😀"), "a.txt", "", "text", "قال é 😀"],
    ["UTF-8 with byte order mark", utf8("\ufeffa"), "", "", "text", "a"],
    ["UTF-16 little endian", utf16("\ufeffقال 😀", false), "", "", "text", "قال 😀"],
    ["UTF-16 big endian", utf16("\ufeffقال 😀", true), "", "", "text", "قال 😀"],
    ["nothing", utf8(""), "", "", "text", ""],
    ["HTML by name", utf8("<p>a"), "a.HTM", "", "html", "<p>a"],
    ["HTML by type", utf8("<p>a"), "a", "text/html; charset=utf-8", "html", "<p>a"],
    [
      "HTML by what it is",
      utf8(" <!DOCTYPE html><p>a"),
      "a",
      "application/octet-stream",
      "html",
      " <!DOCTYPE html><p>a",
    ],
    ["text that names itself text", utf8("<html>"), "a.txt", "text/html", "text", "<html>"],
    ["text that mentions a tag", utf8("Use <html> here"), "", "", "text", "Use <html> here"],
    ["text that begins like a bitmap", utf8("BMW sales rose"), "", "", "text", "BMW sales rose"],
    ["text that begins like a program", utf8("MZ is a code"), "", "", "text", "MZ is a code"],
  ])("reads %s", (_name, bytes, name, type, kind, text) =>
    expect(decode(bytes, name, type)).toEqual({ ok: true, kind, text }),
  );

  test.each([
    ["PDF", latin1("%PDF-1.7\n"), "a.txt", /PDF/],
    ["docx", latin1("PK\x03\x04rest"), "a.txt", /Office/],
    ["PNG", latin1("\x89PNG\r\n"), "a.txt", /PNG/],
    ["JPEG", latin1("\xff\xd8\xff\xe0"), "", /JPEG/],
    ["RTF", latin1("{\\rtf1"), "", /RTF/],
    ["old Word", latin1("\xd0\xcf\x11\xe0"), "", /Office/],
    ["gzip", latin1("\x1f\x8b\x08"), "", /archive/],
    ["MP4", latin1("\0\0\0\x18ftypmp42"), "", /video/],
    ["a program", latin1("MZ\x90\0"), "", /program/],
    ["Windows-1252", latin1("caf\xe9 noir"), "a.txt", /UTF-8/],
    ["cut UTF-8", utf8("é").subarray(0, 1), "", /UTF-8/],
    ["overlong UTF-8", latin1("\xc0\xaf"), "", /UTF-8/],
    ["UTF-8 surrogates", latin1("\xed\xa0\x80"), "", /UTF-8/],
    ["UTF-16 with half a pair", utf16("\ufeffa\ud83d", false), "", /UTF-8/],
    ["odd UTF-16", utf16("\ufeffa", false).subarray(0, 3), "", /UTF-8/],
    ["UTF-16 without byte order mark", utf16("abc", false), "", /NUL/],
    ["UTF-32", latin1("\xff\xfe\0\0a\0\0\0"), "", /UTF-8/],
    ["NUL in text", utf8("a\0b"), "a.txt", /NUL/],
    ["a name we do not read", utf8("text"), "story.docx", /plain text/],
  ])("refuses %s", (_name, bytes, name, message) => {
    const result = decode(bytes, name);
    expect(result).toMatchObject({ ok: false, code: "unsupported_type" });
    expect(result.ok || result.message).toMatch(message);
  });

  test("refuses a type we do not read", () =>
    expect(decode(utf8("<svg/>"), "", "image/svg+xml")).toMatchObject({ code: "unsupported_type" }));

  test("reads up to its limit", () => {
    expect(decode(new Uint8Array(MAX_INPUT_BYTES).fill(97)).ok).toBe(true);
    expect(decode(new Uint8Array(MAX_INPUT_BYTES + 1).fill(97))).toMatchObject({
      ok: false,
      code: "too_large",
    });
  });
});
