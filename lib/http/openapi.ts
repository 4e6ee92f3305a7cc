import { z } from "zod";
import { annotationSchema } from "@/lib/annotations/schema";
import { articleSchema, clearedSentenceSchema } from "@/lib/articles/schema";
import { commentSchema } from "@/lib/comments/schema";
import { dossierSchema, memberSchema } from "@/lib/dossiers/schema";
import { evidenceSchema } from "@/lib/evidence/schema";
import { DEED_HEADER } from "@/lib/http/keptChange";
import type { Operation } from "@/lib/http/operation";
import { operationGroups } from "@/lib/http/operations/all";
import { fileSchema } from "@/lib/http/operations/reports";
import { statusOf } from "@/lib/http/refusal";
import { entrySchemas } from "@/lib/journal/schema";
import { linkSchema } from "@/lib/links/schema";
import { reportSchema } from "@/lib/reports/schema";
import { snapshotSchema } from "@/lib/reports/snapshot";
import { roundSchema } from "@/lib/reviews/schema";
import { signOffSchema } from "@/lib/reviews/statement";

type Json = Record<string, unknown>;

/** The schemas that have a name of their own; others are written out where they are used. */
const named = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries({
  Dossier: dossierSchema,
  Member: memberSchema,
  Article: articleSchema,
  Annotation: annotationSchema,
  Evidence: evidenceSchema,
  ClearedSentence: clearedSentenceSchema,
  Link: linkSchema,
  Comment: commentSchema,
  Report: reportSchema,
  Round: roundSchema,
  SignOff: signOffSchema,
  Snapshot: snapshotSchema,
  JournalEntry: entrySchemas,
})) {
  named.add(schema, { id });
}

const errorSchema = z.object({
  error: z.object({
    code: z.enum([...(Object.keys(statusOf) as [keyof typeof statusOf]), "internal"]),
    message: z.string(),
    field: z.string().optional(),
    current: z.unknown().optional(),
  }),
});

/** The description of the API in OpenAPI 3.1, whose schemas are JSON Schema 2020-12. */
export function describeApi(version: string): Json {
  const components: Json = {};
  const schemaOf = (schema: z.ZodType, io: "input" | "output") => {
    const {
      $schema: _,
      $defs = {},
      ...rest
    } = z.toJSONSchema(schema, { io, metadata: named, unrepresentable: "any" });
    const own = Object.entries($defs).filter(([name]) => !name.startsWith(recursive));
    Object.assign(components, withComponentRefs(Object.fromEntries(own)));
    return withComponentRefs(rest) as Json;
  };
  components.Error = schemaOf(errorSchema, "output");

  const paths: Record<string, Json> = {};
  for (const [tag, group] of Object.entries(operationGroups)) {
    for (const [name, operation] of Object.entries(group)) {
      const path = operation.path.replaceAll("[", "{").replaceAll("]", "}");
      const described = describeOperation(operation, schemaOf);
      paths[path] = {
        ...paths[path],
        [operation.method.toLowerCase()]: { tags: [tag], operationId: `${tag}.${name}`, ...described },
      };
    }
  }
  return {
    openapi: "3.1.0",
    info: { title: "Stet", version, description: "Offsets count UTF-16 code units. Ids are UUIDv7." },
    security: [{ session: [] }, { token: [] }],
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "next-auth.session-token" },
        token: { type: "http", scheme: "bearer", bearerFormat: "stet_…" },
      },
    },
  };
}

function describeOperation(
  operation: Operation,
  schemaOf: (schema: z.ZodType, io: "input" | "output") => Json,
): Json {
  const { method, path, summary, status, isPublic } = operation;
  const { properties = {}, required = [], ...rest } = schemaOf(operation.input, "input");
  const fields = Object.entries(properties as Json);
  const needed = required as string[];
  const inPath = new Set([...path.matchAll(/\[(\w+)\]/g)].map(([, name]) => name));
  const inQuery = method === "GET" || method === "DELETE";
  const parameters: Json[] = fields
    .filter(([name]) => inPath.has(name) || inQuery)
    .map(([name, schema]) => ({
      name,
      in: inPath.has(name) ? "path" : "query",
      required: needed.includes(name),
      schema,
    }));
  if (operation.isRepeatable) {
    const schema = { type: "string", format: "uuid" };
    const description = "Names the change: sent again under the same name it is not done again.";
    parameters.push({ name: DEED_HEADER, in: "header", required: false, schema, description });
  }
  const inBody = inQuery ? [] : fields.filter(([name]) => !inPath.has(name));
  const bodySchema = {
    ...rest,
    properties: Object.fromEntries(inBody),
    required: needed.filter((name) => inBody.some(([field]) => field === name)),
  };
  return {
    summary,
    ...(isPublic && { security: [] }),
    parameters,
    ...((inBody.length > 0 || operation.takesFile) && {
      requestBody: { content: bodyContent(operation, bodySchema) },
    }),
    responses: {
      [status]: { description: "Done", content: answerContent(operation, schemaOf) },
      default: {
        description: "Refused",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
      },
    },
  };
}

function bodyContent({ takesFile }: Operation, schema: Json): Json {
  const json = { "application/json": { schema } };
  if (!takesFile) return json;
  const properties = { ...(schema.properties as Json), file: { type: "string", format: "binary" } };
  const form = { type: "object", properties, required: ["file"] };
  return { ...json, "multipart/form-data": { schema: form } };
}

function answerContent(
  { output, mediaTypes = ["application/json"] }: Operation,
  schemaOf: (schema: z.ZodType, io: "input" | "output") => Json,
): Json {
  const schema = output === (fileSchema as z.ZodType) ? { type: "string" } : schemaOf(output, "output");
  return Object.fromEntries(
    mediaTypes.map((type) => [type, { schema: type === "text/event-stream" ? { type: "string" } : schema }]),
  );
}

/** How zod names what refers to itself: here only JSON within JSON, which needs no description. */
const recursive = "__schema";

/** zod puts named schemas in `$defs` of each; in OpenAPI they have one home. */
function withComponentRefs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withComponentRefs);
  if (typeof value !== "object" || value === null) return value;
  if ("$ref" in value && typeof value.$ref === "string") {
    const name = value.$ref.replace("#/$defs/", "");
    return name.startsWith(recursive) ? {} : { $ref: `#/components/schemas/${name}` };
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withComponentRefs(inner)]));
}
