import { beforeEach, expect, test, vi } from "vitest";

class Shelf {
  getItem(key: string): string | null {
    return (this as unknown as Record<string, string>)[key] ?? null;
  }
  setItem(key: string, value: string) {
    Object.assign(this, { [key]: value });
  }
  removeItem(key: string) {
    Reflect.deleteProperty(this, key);
  }
}

/** A page of this browser: loaded anew it shares what is stored and knows nothing of what was under way. */
const load = async () => {
  vi.resetModules();
  return import("./typedTexts");
};

beforeEach(() => vi.stubGlobal("localStorage", new Shelf()));

test("while a text is sent its place is free; once saved nothing is left of it", async () => {
  const page = await load();
  page.keepTypedText("me", "comment:1", "first");
  const forget = page.sendTypedText("me", "comment:1", "first");
  expect(page.typedText("me", "comment:1")).toBeNull();
  page.keepTypedText("me", "comment:1", "second");
  forget();
  expect(page.typedText("me", "comment:1")).toBe("second");
  expect(Object.values(localStorage)).toEqual(["second"]);
});

test("a page that goes away while sending leaves the text to the next one, and to nobody else", async () => {
  (await load()).sendTypedText("me", "comment:1", "first");
  const next = await load();
  expect(next.typedText("you", "comment:1")).toBeNull();
  expect(next.typedText("me", "comment:12")).toBeNull();
  expect(next.typedText("me", "comment:1")).toBe("first");
  next.keepTypedText("me", "comment:1", null);
  expect((await load()).typedText("me", "comment:1")).toBeNull();
});
