/** What was typed as a day, read as a plain date (YYYY-MM-DD); or why it is none, for the person who typed it. */
export type TypedDate = { date: string; error: null } | { date: null; error: string };

const months = "january february march april may june july august september october november december".split(
  " ",
);

/**
 * Reads one day: 2014-06-09, 2014/6/9, 9.6.2014, 9 June 2014, June 9, 2014. A day and month that could be either way
 * round, and a year or month without its day, are not guessed at.
 */
export function typedDate(text: string): TypedDate {
  const plain = text.trim().replace(/\s+/g, " ");
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(plain);
  if (dotted) return day(dotted[3], dotted[2], dotted[1]);
  const named =
    /^(?<d>\d{1,2})(?:st|nd|rd|th)?\.? (?<m>[a-z]{3,9})\.?,? (?<y>\d{4})$/i.exec(plain) ??
    /^(?<m>[a-z]{3,9})\.? (?<d>\d{1,2})(?:st|nd|rd|th)?,? (?<y>\d{4})$/i.exec(plain);
  const month = named ? monthOf(named.groups?.m ?? "") : 0;
  if (named && month > 0) return day(named.groups?.y, String(month), named.groups?.d);
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(plain);
  if (slashed) return eitherWay(Number(slashed[1]), Number(slashed[2]), slashed[3] ?? "");
  if (/^\d{4}$/.test(plain) || /^\d{4}-\d{1,2}$/.test(plain) || /^[a-z]+\.? \d{4}$/i.test(plain)) {
    return no(
      `A whole day is needed, such as 2014-06-09; “${plain}” alone belongs in the note or the period.`,
    );
  }
  return no("Write a day as YYYY-MM-DD, or in words: 9 June 2014.");
}

function monthOf(name: string): number {
  const short = name.toLowerCase().replace(/^sept$/, "sep");
  return months.findIndex((month) => month.startsWith(short)) + 1;
}

function eitherWay(a: number, b: number, year: string): TypedDate {
  if (a > 12 || a === b) return day(year, String(b), String(a));
  if (b > 12) return day(year, String(a), String(b));
  const one = day(year, String(b), String(a)).date;
  const other = day(year, String(a), String(b)).date;
  return no(`Day or month first? Write ${one} or ${other}.`);
}

function day(year = "", month = "", date = ""): TypedDate {
  const written = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const at = new Date(`${written}T00:00:00Z`);
  if (!Number.isNaN(at.getTime()) && at.toISOString().startsWith(written))
    return { date: written, error: null };
  return no(`There is no such day as ${written}.`);
}

function no(error: string): TypedDate {
  return { date: null, error };
}
