import { expect, test } from "vitest";
import { sentenceOf } from "./foundSentence";

const text = "One. Some were freed later. Two.";
const at = (exact: string) => ({
  start: text.indexOf(exact),
  end: text.indexOf(exact) + exact.length,
  exact,
});

test("a found word is widened to its sentence, without the space around it", () => {
  const found = { ...at("freed"), before: " Some were ", after: " later. " };
  const whole = sentenceOf({ ...found, start: text.indexOf("freed") });
  expect(whole).toMatchObject({ exact: "Some were freed later.", before: "", after: "" });
  expect(text.slice(whole.start, whole.end)).toBe(whole.exact);
});

test("a side that was cut short stays outside", () => {
  const whole = sentenceOf({ ...at("freed"), before: "…were ", after: " later." });
  expect(whole.exact).toBe("freed later.");
  expect(text.slice(whole.start, whole.end)).toBe(whole.exact);
});
