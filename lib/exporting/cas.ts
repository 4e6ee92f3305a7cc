import type { Envelope } from "@/lib/exporting/envelope";
import { reportPage } from "@/lib/exporting/html/model";
import { canonicalJson } from "@/lib/journal/canonical";

type Structure = { "%ID": number; "%TYPE": string } & Record<string, unknown>;

/**
 * The UIMA CAS JSON export (JSON Serialization of the Apache UIMA CAS, draft 0.4): `%TYPES`, `%FEATURE_STRUCTURES`,
 * `%VIEWS`. One view for each article, and a first one, which readers always have, with the report: its title as text and its envelope.
 * Anchors count UTF-16 units, as in UIMA itself and its readers in Java and Python, though the draft leaves it open.
 * A Sofa stands before what refers to it, the id is the first key of a structure and the type its second.
 */
export function renderCas(envelope: Envelope): string {
  const page = reportPage(envelope);
  const structures: Structure[] = [];
  const views: Record<string, { "%SOFA": number; "%MEMBERS": number[] }> = {};
  const add = (type: string, features: Record<string, unknown>): number => {
    const id = structures.length + 1;
    structures.push({ "%ID": id, "%TYPE": type, ...features });
    return id;
  };
  const view = (name: string, text: string, language: string): { sofa: number; members: number[] } => {
    const sofa = add("uima.cas.Sofa", {
      sofaNum: Object.keys(views).length + 1,
      sofaID: name,
      mimeType: "text/plain",
      sofaString: text.toWellFormed(),
    });
    const members = [
      add("uima.tcas.DocumentAnnotation", { "@sofa": sofa, begin: 0, end: text.length, language }),
    ];
    views[name] = { "%SOFA": sofa, "%MEMBERS": members };
    return { sofa, members };
  };

  const { report } = envelope.snapshot;
  const first = view("_InitialView", report.title, "x-unspecified");
  first.members.push(
    add("stet.Report", {
      id: report.id,
      status: envelope.status,
      contentHash: envelope.contentHash,
      envelope: canonicalJson(envelope),
    }),
  );
  const passages = new Map<string, number>();
  const members = new Map<string, number[]>();
  for (const { article, notes } of page.articles) {
    const here = view(`article-${article.id}`, article.revision.text, article.language);
    here.members.push(
      add("stet.Article", {
        id: article.id,
        title: article.title,
        ...(article.url !== null && { url: article.url }),
        revisionId: article.revision.id,
        sha256: article.revision.sha256,
      }),
    );
    for (const { annotation, evidence } of notes) {
      const { id, start, end, kind, checkStatus, note, tags, attributes } = annotation;
      const passage = add("stet.Passage", {
        ...{ "@sofa": here.sofa, begin: start, end, id, kind, checkStatus, note },
        ...(tags.length > 0 && { "@tags": add("uima.cas.StringArray", { "%ELEMENTS": tags }) }),
        ...{ attributes: canonicalJson(attributes), evidence: canonicalJson(evidence) },
        createdBy: page.nameOf(annotation.createdBy),
      });
      here.members.push(passage);
      passages.set(id, passage);
      members.set(id, here.members);
    }
  }
  for (const link of [...page.contradictions, ...page.otherLinks]) {
    const { id, relation, subtype, status, rationale } = link;
    const structure = add("stet.Link", {
      ...{ "@from": passages.get(link.from), "@to": passages.get(link.to), id, relation, status, rationale },
      ...(subtype !== null && { subtype }),
    });
    members.get(link.from)?.push(structure);
  }
  return `${JSON.stringify({ "%TYPES": types, "%FEATURE_STRUCTURES": structures, "%VIEWS": views }, null, 1)}\n`;
}

const string = "uima.cas.String";

function type(name: string, parent: string, features: Record<string, string>): [string, object] {
  const described = Object.entries(features).map(([feature, range]) => [
    feature,
    { "%NAME": feature, "%RANGE": range },
  ]);
  return [name, { "%NAME": name, "%SUPER_TYPE": parent, ...Object.fromEntries(described) }];
}

const types = Object.fromEntries([
  type("stet.Report", "uima.cas.TOP", { id: string, status: string, contentHash: string, envelope: string }),
  type("stet.Article", "uima.cas.TOP", {
    ...{ id: string, title: string, url: string },
    ...{ revisionId: string, sha256: string },
  }),
  type("stet.Passage", "uima.tcas.Annotation", {
    ...{ id: string, kind: string, checkStatus: string, note: string, tags: "uima.cas.StringArray" },
    ...{ attributes: string, evidence: string, createdBy: string },
  }),
  type("stet.Link", "uima.cas.TOP", {
    ...{ from: "stet.Passage", to: "stet.Passage", id: string },
    ...{ relation: string, subtype: string, status: string, rationale: string },
  }),
]);
