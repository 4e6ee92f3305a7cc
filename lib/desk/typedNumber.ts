/** What was typed as a number, read; or why it is none, for the person who typed it. */
export type TypedNumber = { number: number; error: null } | { number: null; error: string };

/** Languages whose prose writes 12.5 as 12,5 and groups thousands with a point or a space. */
const commaDecimal = new Set(
  "de fr es it pt nl tr ru uk pl cs sk sl hr sr bg ro hu sv da nb nn no fi et lv lt id vi el ca".split(" "),
);

/**
 * Reads one number as people print them: 1310, 1,310, 1 310, 1.310,5, 12,5, ١٬٣١٠. Where a separator can be either
 * (one of them, three digits behind it) the article's language decides; the form shows what was read.
 *
 * @param language the article's, BCP 47
 */
export function typedNumber(text: string, language: string): TypedNumber {
  const plain = westernDigits(text.trim()).replace(/^[−–]/, "-");
  const unit = /^([-+]?[\d.,'’\s\u00a0\u202f]*\d)\s*([^\d\s].*)$/u.exec(plain);
  if (unit?.[1] && !/^[.,'’]/.test(unit[2] ?? "")) {
    return no(`Only the number here: write ${unit[1].trim()}, and “${unit[2]}” as the unit.`);
  }
  const ungrouped = plain.replace(/(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(?!\d))/g, "");
  if (!/^[-+]?(\d[\d.,]*|[.,]\d+)$/.test(ungrouped)) {
    return no("Write one number in digits, such as 1310, 1,310 or 12.5.");
  }
  const decimal = decimalMark(ungrouped, language);
  const [whole = "", fraction, ...more] = decimal ? ungrouped.split(decimal) : [ungrouped];
  const digits = whole.replace(/^[-+]/, "");
  if (more.length > 0 || /[.,]/.test(fraction ?? "") || !isWell(digits)) {
    return no("The commas and points of this number do not fit: write it as 1310, 1,310 or 12.5.");
  }
  const number = Number(`${whole.replace(/[.,]/g, "")}.${fraction || "0"}`);
  return Number.isFinite(number) ? { number, error: null } : no("This number is too long.");
}

function no(error: string): TypedNumber {
  return { number: null, error };
}

/** Digits alone, or in groups of three. */
function isWell(whole: string): boolean {
  return /^\d*$/.test(whole) || /^\d{1,3}(,\d{3})+$/.test(whole) || /^\d{1,3}(\.\d{3})+$/.test(whole);
}

/** Which of `.` and `,` stands before the fraction; null when there is none. */
function decimalMark(text: string, language: string): "." | "," | null {
  const points = text.split(".").length - 1;
  const commas = text.split(",").length - 1;
  if (points > 0 && commas > 0) return text.lastIndexOf(".") > text.lastIndexOf(",") ? "." : ",";
  if (points + commas !== 1) return null;
  const mark = points === 1 ? "." : ",";
  const [whole = "", behind = ""] = text.replace(/^[-+]/, "").split(mark);
  const canGroup = behind.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  if (!canGroup) return mark;
  const own = commaDecimal.has(language.split("-")[0] ?? "") ? "," : ".";
  return mark === own ? mark : null;
}

/** Arabic and Persian digits and separators as Western ones. */
function westernDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/\u066b/g, ".")
    .replace(/[\u066c\u060c]/g, ",");
}
