"use client";

import { z } from "zod";
import { searchMemoryOf } from "../../../../../forgetPerson";

const keptSchema = z.object({
  typed: z.string().max(1_000),
  isDossierWide: z.boolean(),
  isOpen: z.boolean(),
});
export type KeptSearch = z.infer<typeof keptSchema>;

const keyOf = (userId: string, dossierId: string) => `${searchMemoryOf(userId)}${dossierId}`;

/** What was searched for in this tab, so that it is there again in the next article and on the way back. */
export function keptSearch(userId: string, dossierId: string): KeptSearch | null {
  try {
    return (
      keptSchema.safeParse(JSON.parse(sessionStorage.getItem(keyOf(userId, dossierId)) ?? "null")).data ??
      null
    );
  } catch {
    return null;
  }
}

/** See {@link keptSearch}. */
export function keepSearch(userId: string, dossierId: string, search: KeptSearch): void {
  sessionStorage.setItem(keyOf(userId, dossierId), JSON.stringify(search));
}
