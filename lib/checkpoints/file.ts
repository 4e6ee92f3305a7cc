import { mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { dataDir } from "@/lib/db/dataDir";
import { canonicalJson } from "@/lib/journal/canonical";
import { checkpointSchema, type SignedCheckpoint } from "./statement";

/** Where checkpoints are kept beside the database: whoever can rewrite one need not be able to rewrite the other. */
export function checkpointFolder(folder = dataDir()): string {
  return join(folder, "checkpoints");
}

/** What stands in a dossier's file. `broken`: the numbers of lines that cannot be read, a torn last one apart. */
export type CheckpointFile = { checkpoints: SignedCheckpoint[]; broken: number[]; isTorn: boolean };

/** Reads a dossier's file; null where there is none. A last line without its end is a write that was cut short. */
export async function readCheckpointFile(
  dossierId: string,
  folder = checkpointFolder(),
): Promise<CheckpointFile | null> {
  const text = await readFile(pathOf(folder, dossierId), "utf8").catch(absent);
  return text === null ? null : parseCheckpointFile(text);
}

/** One canonical checkpoint to a line. */
export function parseCheckpointFile(text: string): CheckpointFile {
  const lines = text.split("\n");
  const last = lines.pop() ?? "";
  const file: CheckpointFile = { checkpoints: [], broken: [], isTorn: last !== "" };
  for (const [index, line] of lines.entries()) {
    const checkpoint = parsed(line);
    if (checkpoint) file.checkpoints.push(checkpoint);
    // What a later write set apart from a torn line is no tampering: it is no whole line of ours.
    else if (line !== "" && !isTornLine(line)) file.broken.push(index + 1);
  }
  return file;
}

/** Adds checkpoints to a dossier's file; they are on the disk when this resolves. */
export async function appendToFile(
  dossierId: string,
  checkpoints: readonly SignedCheckpoint[],
  folder = checkpointFolder(),
) {
  if (checkpoints.length === 0) return;
  await mkdir(folder, { recursive: true });
  const file = await open(pathOf(folder, dossierId), "a+");
  try {
    const { size } = await file.stat();
    const end = Buffer.alloc(1);
    if (size > 0) await file.read(end, 0, 1, size - 1);
    const begin = size > 0 && end.toString() !== "\n" ? "\n" : "";
    await file.write(begin + checkpoints.map((one) => `${canonicalJson(one)}\n`).join(""));
    await file.sync();
  } finally {
    await file.close();
  }
}

function pathOf(folder: string, dossierId: string): string {
  return join(folder, `${dossierId}.jsonl`);
}

function parsed(line: string): SignedCheckpoint | null {
  try {
    return checkpointSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/** Begins as a checkpoint does and ends before it. */
function isTornLine(line: string): boolean {
  return line.startsWith('{"publicKey":"'.slice(0, line.length)) && !line.endsWith("}");
}

function absent(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}
