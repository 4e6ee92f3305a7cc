import { describe, expect, test } from "vitest";
import { illFormed } from "@/lib/text/wellformed";

describe("illFormed", () => {
  test.each([
    ["empty", ""],
    ["tab, line feed, carriage return", "a\tb\nc\r"],
    ["a surrogate pair", "😀"],
    ["no-break and thin spaces", "490\u00a0\u2009"],
    ["C1 control of old files", "a\u0085b"],
  ])("accepts %s", (_name, text) => expect(illFormed(text)).toBeNull());

  test.each([
    ["NUL", "ab\0c", "nul", 2],
    ["escape", "😀\u001b[0m", "control", 2],
    ["high surrogate alone", "😀\ud83d", "lone_surrogate", 2],
    ["low surrogate first", "a\ude00\ud83d", "lone_surrogate", 1],
  ])("refuses %s and says where", (_name, text, code, offset) =>
    expect(illFormed(text)).toMatchObject({ code, offset }),
  );
});
