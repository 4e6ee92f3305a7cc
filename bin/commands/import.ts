import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { parseArgs } from "node:util";
import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { addArticle } from "@/lib/articles/commands";
import { addArticleInput } from "@/lib/articles/schema";
import type { Context } from "@/lib/auth/caller";
import { createDossier } from "@/lib/dossiers/commands";
import { createDossierInput } from "@/lib/dossiers/schema";
import { decode, MAX_INPUT_BYTES } from "@/lib/importing/decode";
import { previewImport } from "@/lib/importing/preview";
import { ImportRefused } from "@/lib/importing/refused";
import { storeMissingBlocks } from "@/lib/search/storeBlocks";
import { Refusal, WrongUsage } from "../outcome";
import { actAs } from "../person";
import { withDatabase } from "../withDatabase";

export const usage = `Usage: stet import FILES… --dossier TITLE [--paragraphs auto|blank-line|line] [--as EMAIL]

Adds plain text or HTML files as articles of the dossier with this title, which is made if there is none.
  --dossier TITLE      the dossier
  --paragraphs RULE    what separates paragraphs of plain text (auto: found out per file)
  --as EMAIL           in whose name (the first admin)

All files are read and checked before the first is stored.`;

type Source = { path: string; name: string; bytes: Uint8Array; kind: "text" | "html"; text: string };

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { dossier: { type: "string" }, paragraphs: { type: "string" }, as: { type: "string" } },
  });
  const { dossier, paragraphs = "auto" } = values;
  if (positionals.length === 0) throw new WrongUsage("Name at least one file.");
  if (!dossier?.trim()) throw new WrongUsage("Name the dossier with --dossier TITLE.");
  if (paragraphs !== "auto" && paragraphs !== "blank-line" && paragraphs !== "line") {
    throw new WrongUsage(`--paragraphs is auto, blank-line or line, not "${paragraphs}".`);
  }
  const sources: Source[] = [];
  for (const path of positionals) sources.push(await readSource(path));
  const title = dossier.trim();
  checked(createDossierInput, { title }, "The dossier's title");
  const checkedSources = sources.map((source) => ({ source, ...described(source, paragraphs) }));
  return withDatabase(async (db) => {
    await storeMissingBlocks(db);
    const context = await actAs(db, values.as);
    const dossierId = await dossierNamed(context, title);
    for (const { source, preview, input } of checkedSources) {
      const { path, name, bytes, kind } = source;
      const article = await addArticle(
        context,
        { ...input, dossierId },
        { name, type: MEDIA_TYPE[kind], bytes },
      );
      const rule = preview.rule ? `, by ${preview.rule === "line" ? "line" : "blank line"}` : "";
      console.log(`${path}: ${preview.paragraphs} paragraphs${rule} → article ${article.id}`);
      for (const warning of preview.warnings) console.log(`  note: ${warning}`);
    }
    console.log(`Dossier “${title}” ${dossierId}`);
    return 0;
  });
}

const MEDIA_TYPE = { text: "text/plain", html: "text/html" } as const;

/** What a file will be stored as. @throws Refusal naming the file */
function described({ path, name, kind, text }: Source, paragraphs: "auto" | "blank-line" | "line") {
  try {
    const preview = previewImport(kind === "html" ? { html: text } : { text, paragraphs });
    const title = preview.title ?? basename(name, extname(name));
    // Any id will do for the check: the dossier may not be there yet.
    const fields = { dossierId: uuidv7(), title, paragraphs, [kind]: text };
    return { preview, input: checked(addArticleInput, fields, path) };
  } catch (error) {
    if (error instanceof ImportRefused) throw new Refusal(`${path}: ${error.message} Nothing was imported.`);
    throw error;
  }
}

function checked<T extends z.ZodType>(schema: T, value: unknown, what: string): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Refusal(`${what}: ${parsed.error.issues[0]?.message} Nothing was imported.`);
}

async function readSource(path: string): Promise<Source> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new Refusal(`${path}: there is no such file. Nothing was imported.`);
  if (found.size > MAX_INPUT_BYTES) throw new Refusal(`${path} is larger than 5 MB. Nothing was imported.`);
  const bytes = await readFile(path);
  const decoded = decode(bytes, path);
  if (!decoded.ok) throw new Refusal(`${path}: ${decoded.message} Nothing was imported.`);
  return { path, name: basename(path), bytes, kind: decoded.kind, text: decoded.text };
}

async function dossierNamed(context: Context, title: string): Promise<string> {
  const existing = await context.db.dossier.findFirst({
    where: { title, deletedAt: null, members: { some: { userId: context.caller.id } } },
    orderBy: { createdAt: "asc" },
  });
  return existing?.id ?? (await createDossier(context, { title })).id;
}
