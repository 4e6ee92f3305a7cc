import { createReadStream } from "node:fs";
import { open, readFile, stat } from "node:fs/promises";
import { z } from "zod";
import { parseCheckpointFile } from "@/lib/checkpoints/file";
import { journalHeaderSchema } from "@/lib/checkpoints/journalFile";
import { checkpointSchema, type SignedCheckpoint } from "@/lib/checkpoints/statement";
import { MAX_EXPORT_LENGTH, readExport } from "@/lib/exporting/readExport";
import { Refusal } from "./outcome";

/** A file's lines, without reading all of it at once. @throws Refusal for a line that no journal has, or no UTF-8 */
export async function* linesOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  try {
    for await (const chunk of createReadStream(path)) {
      const parts = (rest + decoder.decode(chunk as Buffer, { stream: true })).split("\n");
      rest = parts.pop() ?? "";
      yield* parts;
      if (rest.length > MAX_EXPORT_LENGTH) throw new Refusal(`${path} has a line longer than any journal’s.`);
    }
    rest += decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new Refusal(`${path} is not UTF-8 text.`);
    throw error;
  }
  if (rest !== "") yield rest;
}

/** Whether a file begins as an exported journal does. */
export async function isJournal(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(1_000), 0, 1_000, 0);
    const [line = ""] = buffer.subarray(0, bytesRead).toString().split("\n");
    return journalHeaderSchema.safeParse(jsonOf(line)).success;
  } finally {
    await file.close();
  }
}

/** The bytes of a file of which an export could be made. @throws Refusal */
export async function bytesOf(path: string): Promise<Buffer> {
  await requireFile(path);
  if ((await stat(path)).size > MAX_EXPORT_LENGTH) throw new Refusal(`${path} is larger than any export.`);
  return readFile(path);
}

export async function requireFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new Refusal(`${path}: there is no such file.`);
}

/**
 * The newest checkpoint that a file carries: a checkpoint by itself, the list that the API gives, a file of the folder
 * "checkpoints", an exported journal, or an exported report.
 * @throws Refusal when there is none
 */
export async function checkpointIn(path: string): Promise<SignedCheckpoint> {
  await requireFile(path);
  if (await isJournal(path)) {
    let last = "";
    for await (const line of linesOf(path)) last = line;
    return newest(path, [jsonOf(last)]);
  }
  const bytes = await bytesOf(path);
  const text = bytes.toString();
  const whole = jsonOf(text);
  const listed = z.object({ items: z.array(z.unknown()) }).safeParse(whole).data?.items ?? [];
  const { frame } = readExport(bytes);
  const proofs = frame?.status === "signed" ? (frame.proofs ?? []) : [];
  return newest(path, [
    whole,
    ...listed,
    ...proofs.map(({ checkpoint }) => checkpoint),
    ...parseCheckpointFile(text).checkpoints,
  ]);
}

function newest(path: string, candidates: unknown[]): SignedCheckpoint {
  const found = candidates.flatMap((one) => checkpointSchema.safeParse(one).data ?? []);
  const [first] = found.sort((a, b) => b.signed.size - a.signed.size);
  if (!first) throw new Refusal(`${path} carries no checkpoint.`);
  return first;
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
