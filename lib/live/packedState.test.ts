import fc from "fast-check";
import { expect, test } from "vitest";
import type { DossierState } from "@/lib/journal/apply";
import { packState, unpackState } from "./packedState";

const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string(), { maxLength: 3 }));
// Few field names, so that neighbours share some and lack others.
const thing = fc.dictionary(fc.constantFrom("id", "note", "tags", "attributes", "deletedAt"), value, {
  maxKeys: 4,
});
const things = fc.dictionary(fc.string(), thing, { maxKeys: 4 });
const state = fc.record({
  seq: fc.nat(),
  ...{ dossier: thing, members: things, articles: things, annotations: things, evidence: things },
  ...{ cleared: things, links: things, comments: things, reports: things, rounds: things },
});

test("a state comes out as it went in", () => {
  fc.assert(
    fc.property(state, (any) => {
      // As it would travel: JSON knows no -0 and no prototype.
      const given = JSON.parse(JSON.stringify(any)) as DossierState;
      expect(unpackState(packState(given))).toEqual(given);
    }),
  );
});

test("keeps the order of things, and does not repeat what neighbours share", () => {
  const one = { id: "1", dossierId: "the same long dossier id", note: "a" };
  const annotations = { b: one, a: { ...one, id: "2" } };
  const rest = { evidence: {}, cleared: {}, links: {}, comments: {} };
  const packed = packState({ annotations, ...rest } as unknown as DossierState);
  expect(packed.match(/the same long dossier id/g)).toHaveLength(1);
  expect(Object.keys(unpackState(packed).annotations)).toEqual(["b", "a"]);
});
