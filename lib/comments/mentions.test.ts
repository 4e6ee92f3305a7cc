import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markdown } from "@/lib/exporting/html/markdown";
import {
  decodeMentions,
  encodeMentions,
  linkedMentions,
  mentionedIn,
  mentionLabels,
  plainMentions,
} from "./mentions";

const id = (n: number) => `0190a000-0000-7000-8000-00000000000${n}`;
const person = (n: number, name: string) => ({ userId: id(n), name, email: `p${n}@test.example` });
const ann = person(1, "Ann");
const annLee = person(2, "Ann Lee");
const nour = person(3, "نور الحسن");
const people = [ann, annLee, nour];

describe("what is typed becomes mentions", () => {
  test.each([
    ["@Ann, see this", `@[Ann](user:${id(1)}), see this`],
    ["@Ann Lee and @Ann", `@[Ann Lee](user:${id(2)}) and @[Ann](user:${id(1)})`],
    ["ask @نور الحسن.", `ask @[نور الحسن](user:${id(3)}).`],
    ["@Anna is somebody else", "@Anna is somebody else"],
    ["mail@Ann", "mail@Ann"],
    ["@Nobody", "@Nobody"],
  ])("%s", (typed, body) => {
    expect(encodeMentions(typed, people)).toBe(body);
    expect(decodeMentions(body, people)).toBe(typed);
  });

  test("two of one name are told apart by their address", () => {
    const [one, two] = [person(1, "Sam"), person(2, "Sam")];
    expect(mentionLabels([one, two]).map(({ label }) => label)).toEqual([
      "Sam (p1@test.example)",
      "Sam (p2@test.example)",
    ]);
    const body = encodeMentions("@Sam (p2@test.example)!", [one, two]);
    expect(body).toBe(`@[Sam](user:${id(2)})!`);
    expect(decodeMentions(body, [one, two])).toBe("@Sam (p2@test.example)!");
    expect(mentionedIn(encodeMentions("@Sam", [one, two]))).toEqual([]);
  });

  test("whatever is typed comes back as it was when it is opened to be changed", () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom("@Ann", "@Ann Lee", " ", "@", "[", "](user:"));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const typed = pieces.join("");
        fc.pre(mentionedIn(typed).length === 0);
        expect(decodeMentions(encodeMentions(typed, people), people)).toBe(typed);
      }),
    );
  });
});

describe("how a mention reads", () => {
  const nameOf = (userId: string) => (userId === id(1) ? "Ann <b>*Li*</b>" : undefined);
  const body = `Look, @[Ann](user:${id(1)}) and @[Gone](user:${id(9)})`;

  test("under the name they have now; as text when they are gone", () => {
    expect(plainMentions(body, nameOf)).toBe("Look, @Ann <b>*Li*</b> and @Gone");
    const { source } = markdown(linkedMentions(body, nameOf));
    expect(source).toContain('<span class="mention"><bdi>@Ann &lt;b&gt;*Li*&lt;/b&gt;</bdi></span>');
    expect(source).toContain("and @Gone");
  });

  test("where nothing is known of mentions, as the name", () => {
    expect(markdown(body).source.replace(/<[^>]+>/g, "")).toBe("Look, @Ann and @Gone");
  });
});
