import type { AnnotationFields, StepFields, StepNoun, StepThings } from "./steps";

type Routes<N extends StepNoun> = {
  /** Where one thing is changed and deleted; `/restore` behind it brings it back. */
  one(id: string): string;
  /** Where it is made, and what is sent. */
  create(thing: StepThings[N]): { path: string; body: object };
  /** A change as the API names it. */
  patch(fields: StepFields[N], userId: string): object;
  /** A change as it shows. */
  shown(fields: StepFields[N], userId: string): Partial<StepThings[N]>;
};

/** The routes of a noun that is only known as one of them. */
type AnyRoutes = {
  one(id: string): string;
  create(thing: StepThings[StepNoun]): { path: string; body: object };
  patch(fields: object, userId: string): object;
  shown(fields: object, userId: string): object;
};

/** How a noun is written through the API. A step has things and fields of its own noun only. */
export function routesOf(noun: StepNoun): AnyRoutes {
  return routes[noun] as unknown as AnyRoutes;
}

const routes: { [N in StepNoun]: Routes<N> } = {
  annotation: {
    one: (id) => `/api/annotations/${id}`,
    create: (thing) => ({
      path: `/api/articles/${thing.articleId}/annotations`,
      body: annotationItem(thing),
    }),
    patch({ start, end, exact, ...fields }, userId) {
      const range = start === undefined ? undefined : { start, end, exact };
      return { ...fields, ...ownCheckers(fields, userId), range };
    },
    shown: (fields, userId) => ({ ...fields, ...ownCheckers(fields, userId), updatedBy: userId }),
  },
  link: {
    one: (id) => `/api/links/${id}`,
    create({ id, dossierId, from, to, relation, subtype, sameEvent, strength, severity, rationale }) {
      const body = { id, from, to, relation, subtype, sameEvent, strength, severity, rationale };
      return { path: `/api/dossiers/${dossierId}/links`, body };
    },
    patch: (fields) => fields,
    shown: (fields, userId) => ({ ...fields, updatedBy: userId }),
  },
  evidence: {
    one: (id) => `/api/evidence/${id}`,
    create({ id, annotationId, stance, title, url, locator, tier, note, retrievedAt }) {
      const body = { id, stance, title, url, locator, tier, note, retrievedAt };
      return { path: `/api/annotations/${annotationId}/evidence`, body };
    },
    patch: (fields) => fields,
    shown: (fields, userId) => ({ ...fields, updatedBy: userId }),
  },
  comment: {
    one: (id) => `/api/comments/${id}`,
    create({ id, dossierId, on, replyTo, body }) {
      const path = `/api/dossiers/${dossierId}/comments`;
      return { path, body: { id, on, body, ...(replyTo && { replyTo }) } };
    },
    patch: (fields) => fields,
    shown: ({ body, resolved }, userId) => ({
      ...(body !== undefined && { body }),
      ...(resolved !== undefined && {
        resolvedAt: resolved ? new Date().toISOString() : null,
        resolvedBy: resolved ? userId : null,
      }),
    }),
  },
};

/** An annotation as it is sent to be made. */
export function annotationItem(thing: StepThings["annotation"]): object {
  const { id, start, end, exact, kind, note, tags, attributes, confidence, assignee, checkStatus } = thing;
  const said = {
    ...(note && { note }),
    ...(tags.length > 0 && { tags }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
    ...(confidence && { confidence }),
    ...(assignee && { assignee }),
    ...(checkStatus !== "unchecked" && { checkStatus }),
  };
  return { id, start, end, exact, kind, ...said };
}

/** Nobody can say for another that they checked: taking back a change leaves such a place empty. */
function ownCheckers(fields: AnnotationFields, userId: string): AnnotationFields {
  const own = (named: string | null | undefined) => (named && named !== userId ? null : named);
  return {
    ...(fields.checker !== undefined && { checker: own(fields.checker) }),
    ...(fields.secondChecker !== undefined && { secondChecker: own(fields.secondChecker) }),
  };
}
