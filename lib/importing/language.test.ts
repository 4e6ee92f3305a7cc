import { describe, expect, test } from "vitest";
import { guessDirection, guessLanguage } from "@/lib/importing/language";

describe("guessLanguage", () => {
  test.each([
    ["en", "The minister said that the decree was for all of them, but it had not been read."],
    ["fr", "Le ministre a dit que le décret est pour tous, mais il ne sera pas lu dans les prisons."],
    ["de", "Der Minister sagte, dass das Dekret für alle gilt, aber es ist nicht im Amtsblatt zu finden."],
    ["es", "El ministro dijo que el decreto es para todos, pero no se ha leído en las cárceles del país."],
    ["ar", "قال الوزير إن المرسوم يشمل الجميع ولم ينشر بعد"],
    ["und", "O ministro disse que o decreto é para todos, mas não foi lido nas prisões do país e da cidade."],
    [
      "und",
      "Il ministro ha detto che il decreto è per tutti, ma non è stato letto nelle carceri della città.",
    ],
    [
      "und",
      "De minister zei dat het decreet voor iedereen is, maar het is niet gelezen in een van de gevangenissen.",
    ],
    ["und", "وزیر گفت که این فرمان برای همه است و چاپ نشده"],
    ["und", "Министр сказал, что указ для всех, но его не читали."],
    ["und", "大臣は法令を発表した。"],
    ["und", "The end"],
    ["und", ""],
  ])("%s: %s", (language, text) => expect(guessLanguage(text)).toBe(language));
});

describe("guessDirection", () => {
  test.each([
    ["rtl", "قال الوزير"],
    ["rtl", "BBC: قال الوزير إن المرسوم يشمل الجميع"],
    ["rtl", "שלום לכולם"],
    ["ltr", "He said قال in Arabic"],
    ["ltr", "1,310 + 341"],
    ["ltr", ""],
  ])("%s: %s", (direction, text) => expect(guessDirection(text)).toBe(direction));
});
