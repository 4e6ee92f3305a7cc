import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import { Refusal, stale } from "@/lib/http/refusal";
import { type Change, changeDossier } from "@/lib/journal/change";
import { isRepeatedCreate } from "@/lib/journal/repeat";
import { presentFilter } from "./present";
import { readFilter } from "./queries";
import type { changeFilterInput, deleteFilterInput, SavedFilter, saveFilterInput } from "./schema";

/** Keeps a filter of the board under a name. @throws Refusal `duplicate` with the one that has the name */
export async function saveFilter(
  context: Context,
  { id = uuidv7(), dossierId, name, query }: z.output<typeof saveFilterInput>,
): Promise<SavedFilter> {
  return changeDossier(context, dossierId, "filter.write", async (change) => {
    const { tx, now, actor } = change;
    const subject = { type: "filter" as const, id };
    const creation = { dossierId, actorId: actor.userId, type: "filter.saved" as const, subject };
    if (await isRepeatedCreate(tx, { ...creation, noun: "filter", content: { name, query } })) {
      return presentFilter(await tx.savedFilter.findUniqueOrThrow({ where: { id } }));
    }
    await refuseTakenName(change, id, name);
    const who = { createdById: actor.userId, updatedById: actor.userId, createdAt: now, updatedAt: now };
    const row = await tx.savedFilter.create({ data: { id, dossierId, name, query, ...who } });
    return journalled(change, "filter.saved", presentFilter(row));
  });
}

/** Renames a kept filter, or keeps another one under its name. @throws Refusal `stale`, `duplicate` */
export async function changeFilter(
  context: Context,
  { filterId, version, ...wanted }: z.output<typeof changeFilterInput>,
): Promise<SavedFilter> {
  const { dossierId } = await readFilter(context, filterId);
  return changeDossier(context, dossierId, "filter.write", async (change) => {
    if (wanted.name !== undefined) await refuseTakenName(change, filterId, wanted.name);
    return journalled(change, "filter.changed", await write(change, { id: filterId, version }, wanted));
  });
}

/** @throws Refusal `stale` */
export async function deleteFilter(
  context: Context,
  { filterId, version }: z.output<typeof deleteFilterInput>,
): Promise<SavedFilter> {
  const { dossierId } = await readFilter(context, filterId);
  return changeDossier(context, dossierId, "filter.write", async (change) => {
    const gone = await write(change, { id: filterId, version }, { deletedAt: change.now });
    return journalled(change, "filter.deleted", gone);
  });
}

type Wanted = { name?: string | undefined; query?: string | undefined; deletedAt?: Date };

async function write(
  { tx, now, actor }: Change,
  seen: { id: string; version: number },
  wanted: Wanted,
): Promise<SavedFilter> {
  const { count } = await tx.savedFilter.updateMany({
    where: { ...seen, deletedAt: null },
    data: { ...wanted, updatedById: actor.userId, updatedAt: now, version: { increment: 1 } },
  });
  const filter = presentFilter(await tx.savedFilter.findUniqueOrThrow({ where: { id: seen.id } }));
  if (count === 0) throw stale("filter", filter);
  return filter;
}

/** Two filters of one name could not be told apart. */
async function refuseTakenName({ tx, dossierId }: Change, id: string, name: string): Promise<void> {
  const existing = await tx.savedFilter.findFirst({
    where: { dossierId, deletedAt: null, id: { not: id }, name: { equals: name, mode: "insensitive" } },
  });
  if (!existing) return;
  throw new Refusal("duplicate", `There is a filter called “${existing.name}” already.`, {
    field: "name",
    current: presentFilter(existing),
  });
}

type FilterEntry = "filter.saved" | "filter.changed" | "filter.deleted";

function journalled({ append }: Change, type: FilterEntry, filter: SavedFilter): SavedFilter {
  append({ type, subject: { type: "filter", id: filter.id }, payload: { filter } });
  return filter;
}
