import { expect, test } from "vitest";
import { typedDate } from "./typedDate";

test.each([
  ["2014-06-09", "2014-06-09"],
  ["2014/6/9", "2014-06-09"],
  ["9.6.2014", "2014-06-09"],
  ["9. 6. 2014", "2014-06-09"],
  ["9 June 2014", "2014-06-09"],
  ["Sept. 3, 2014", "2014-09-03"],
  ["June 9th, 2014", "2014-06-09"],
  ["31/5/2011", "2011-05-31"],
  ["5/31/2011", "2011-05-31"],
  ["6/6/2014", "2014-06-06"],
  ["2012-02-29", "2012-02-29"],
])("%s is %s", (text, date) => {
  expect(typedDate(text)).toEqual({ date, error: null });
});

test.each([
  ["2014", /whole day/],
  ["2014-06", /whole day/],
  ["June 2014", /whole day/],
  ["9/6/2014", /2014-06-09 or 2014-09-06/],
  ["2014-02-30", /no such day/],
  ["31.4.2014", /no such day/],
  ["yesterday", /YYYY-MM-DD/],
  ["9 Foo 2014", /YYYY-MM-DD/],
])("“%s” is not guessed at, and says why", (text, why) => {
  expect(typedDate(text).date).toBeNull();
  expect(typedDate(text).error).toMatch(why);
});
