import { attributesKept } from "@/lib/annotations/model";
import type { Annotation } from "@/lib/annotations/schema";
import type { ClearedSentence } from "@/lib/articles/schema";
import type { Step } from "@/lib/desk/steps";
import { api } from "@/lib/http/client";
import type { Link } from "@/lib/links/schema";
import { clearing, patching, putting, removing, type Thing, thingOf } from "@/lib/live/pending";
import type { DossierStore, Settled } from "@/lib/live/store";

type Versioned = { version: number };

/** Does steps: shows them at once, sends them, and answers when the server has. */
export type Performer = (step: Step) => Promise<Settled<unknown>>;

/** Makes the one place through which the desk changes anything. */
export function createPerformer(store: DossierStore, userId: string): Performer {
  /** Versions of what was deleted here: bringing it back names the version it was deleted as. */
  const graves = new Map<string, number>();

  const writeVersion = (previous: unknown, shown: number) =>
    (previous as Versioned | undefined)?.version ?? shown;

  const sentence = (step: Extract<Step, { noun: "sentence" }>) => {
    const { articleId, start, end } = step.place;
    const path = `/api/articles/${articleId}/cleared`;
    const cleared = { ...step.place, clearedBy: userId, clearedAt: new Date().toISOString() };
    if (step.does === "clear") {
      const send = () => api.put<ClearedSentence>(path, { start, end });
      return store.attempt({ overlay: clearing(step.place, cleared), send });
    }
    const send = () => api.delete<ClearedSentence>(path, { query: { start, end } });
    return store.attempt({ overlay: clearing(step.place, null), send });
  };

  const annotation = (step: Extract<Step, { noun: "annotation" }>) => {
    const answered = (answer: Annotation) => putting("annotation", answer);
    if (step.does === "change") {
      const path = `/api/annotations/${step.id}`;
      const shown = thingOf(store.getView().state, "annotation", step.id);
      const version = shown?.version ?? 0;
      const { start, end, exact, ...fields } = step.after;
      const range = start === undefined ? undefined : { start, end, exact };
      const send = (previous: unknown) =>
        api.patch<Annotation>(path, { version: writeVersion(previous, version), ...fields, range });
      const kept =
        fields.kind && shown && !fields.attributes
          ? { attributes: attributesKept(fields.kind, shown.attributes) }
          : {};
      const overlay = patching("annotation", step.id, version, { ...kept, ...step.after, updatedBy: userId });
      return store.attempt({ overlay, send, answered });
    }
    const { thing } = step;
    const path = `/api/annotations/${thing.id}`;
    if (step.does === "create") {
      const { id, articleId, start, end, exact, kind } = thing;
      const send = () =>
        api.post<Annotation>(`/api/articles/${articleId}/annotations`, { id, start, end, exact, kind });
      return store.attempt({ overlay: putting("annotation", thing), send, answered });
    }
    return step.does === "delete" ? remove("annotation", thing.id, path) : restore("annotation", thing, path);
  };

  const link = (step: Extract<Step, { noun: "link" }>) => {
    const answered = (answer: Link) => putting("link", answer);
    if (step.does === "change") {
      const path = `/api/links/${step.id}`;
      const version = thingOf(store.getView().state, "link", step.id)?.version ?? 0;
      const send = (previous: unknown) =>
        api.patch<Link>(path, { version: writeVersion(previous, version), ...step.after });
      const overlay = patching("link", step.id, version, { ...step.after, updatedBy: userId });
      return store.attempt({ overlay, send, answered });
    }
    const { thing } = step;
    if (step.does === "create") {
      const { id, from, to, relation, subtype, sameEvent, strength, rationale } = thing;
      const body = { id, from, to, relation, subtype, sameEvent, strength, rationale };
      const send = () => api.post<Link>(`/api/dossiers/${thing.dossierId}/links`, body);
      return store.attempt({ overlay: putting("link", thing), send, answered });
    }
    const path = `/api/links/${thing.id}`;
    return step.does === "delete" ? remove("link", thing.id, path) : restore("link", thing, path);
  };

  const remove = (noun: "annotation" | "link", id: string, path: string) => {
    const version = thingOf(store.getView().state, noun, id)?.version ?? 0;
    const send = async (previous: unknown) => {
      const query = { version: writeVersion(previous, version) };
      const answer = await api.delete<Versioned>(path, { query });
      graves.set(id, answer.version);
      return answer;
    };
    return store.attempt({ overlay: removing(noun, id, version), send });
  };

  const restore = <N extends "annotation" | "link">(noun: N, thing: Thing<N>, path: string) => {
    const version = graves.get(thing.id) ?? thing.version + 1;
    const send = (previous: unknown) =>
      api.post<Thing<N>>(`${path}/restore`, { version: writeVersion(previous, version) });
    const overlay = putting(noun, { ...thing, version: version + 1, deletedAt: null, updatedBy: userId });
    return store.attempt({ overlay, send, answered: (answer) => putting(noun, answer) });
  };

  return (step) => {
    if (step.noun === "sentence") return sentence(step);
    return step.noun === "annotation" ? annotation(step) : link(step);
  };
}
