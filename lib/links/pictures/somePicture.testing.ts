import fc from "fast-check";
import { kinds } from "@/lib/annotations/kinds";
import type { Picture } from "../pictureSchema";
import { relations } from "../relations";

const statement = fc.record({
  speaker: fc.option(fc.constantFrom("Anna", "Basel", "وزارة العدل")),
  article: fc.integer({ min: 0, max: 3 }),
  day: fc.option(fc.integer({ min: 0, max: 900 })),
  kind: fc.constantFrom(...kinds),
});
const link = fc.record({
  ends: fc.tuple(fc.nat(), fc.nat()),
  relation: fc.constantFrom(...relations),
  strength: fc.option(fc.constantFrom("direct" as const, "apparent" as const)),
});

/** Any small picture: statements of four articles and three speakers, some without a day, and links among them. */
export const somePicture = fc
  .tuple(fc.array(statement, { minLength: 2, maxLength: 40 }), fc.array(link, { maxLength: 30 }))
  .map(([said, linked]): Picture => {
    const id = (index: number) => String(index % said.length).padStart(3, "0");
    return {
      articles: [0, 1, 2, 3].map((n) => ({
        ...{ id: `article${n}`, title: `Article ${n}`, outlet: null, publishedOn: null, direction: "ltr" },
      })),
      statements: said.map(({ speaker, article, day, kind }, index) => ({
        ...{ id: id(index), articleId: `article${article}`, kind, speaker, words: "words" },
        day:
          day === null ? null : new Date(Date.UTC(2011, 0, 1) + day * 86_400_000).toISOString().slice(0, 10),
        dayIs: day === null ? null : "said",
      })),
      links: linked
        .map(({ ends: [from, to], relation, strength }, index) => ({
          ...{ id: `link${index}`, from: id(from), to: id(to), relation, strength },
          ...{ sameEvent: "unknown" as const, status: "open" as const },
        }))
        .filter(({ from, to }) => from !== to),
      total: linked.length,
    };
  });
