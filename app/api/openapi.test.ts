import { readdirSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { describeApi } from "@/lib/http/openapi";
import { operationGroups } from "@/lib/http/operations/all";

const here = dirname(fileURLToPath(import.meta.url));
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];
const operations = Object.values(operationGroups).flatMap((group) => Object.values(group));
const listed = operations.map(({ method, path }) => `${method} ${path}`).sort();

/** `METHOD path` of every method that a route.ts exports; next-auth's own routes and what is not there are not ours to describe. */
async function routed(): Promise<string[]> {
  const files = readdirSync(here, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(`${sep}route.ts`))
    .filter((file) => !file.startsWith(`auth${sep}`) && !file.startsWith("[...unknown]"));
  const found = await Promise.all(
    files.map(async (file) => {
      const path = `/api/${dirname(file).split(sep).join("/")}`;
      const route: Record<string, unknown> = await import(join(here, file));
      return methods.filter((method) => method in route).map((method) => `${method} ${path}`);
    }),
  );
  return found.flat().sort();
}

test("every method of every route is described, and nothing else", async () => {
  expect(await routed()).toEqual(listed);
});

test("nothing is described twice", () => {
  expect(new Set(listed).size).toBe(listed.length);
});

const description = describeApi("1.2.3") as {
  openapi: string;
  info: { version: string };
  paths: Record<string, Record<string, { operationId: string; parameters: { name: string; in: string }[] }>>;
  components: { schemas: Record<string, unknown> };
};

test("the description is OpenAPI 3.1 whose references all lead somewhere", () => {
  expect(description.openapi).toBe("3.1.0");
  expect(description.info.version).toBe("1.2.3");
  const references = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to);
  expect(references.length).toBeGreaterThan(50);
  for (const reference of references) {
    const [, name] = reference?.match(/^#\/components\/schemas\/(\w+)$/) ?? [];
    expect(Object.keys(description.components.schemas)).toContain(name);
  }
});

test("every parameter in a path is described as one", () => {
  for (const [path, calls] of Object.entries(description.paths)) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const { parameters } of Object.values(calls)) {
      const inPath = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
      expect(inPath.sort(), path).toEqual(named);
    }
  }
});

test("operations have names of their own", () => {
  const names = Object.values(description.paths).flatMap((calls) =>
    Object.values(calls).map((c) => c.operationId),
  );
  expect(new Set(names).size).toBe(listed.length);
});
