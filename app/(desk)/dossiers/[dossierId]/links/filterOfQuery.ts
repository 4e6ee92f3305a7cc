import { type LinkFilter, parseFilter } from "@/lib/links/filter";

export type Query = Record<string, string | string[] | undefined>;

/** The filter in a page's query. Of what stands there twice the first counts, as it does in the browser. */
export function filterOfQuery(query: Query): LinkFilter {
  const given = Object.entries(query).flatMap(([name, value]) => {
    const first = Array.isArray(value) ? value[0] : value;
    return first === undefined ? [] : [[name, first]];
  });
  return parseFilter(new URLSearchParams(given));
}
