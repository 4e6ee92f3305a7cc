import { notFound } from "next/navigation";
import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import { pageContext } from "@/lib/auth/pages";
import { Refusal } from "@/lib/http/refusal";

/**
 * Reads what a page's address names, as whoever is signed in. An address that names nothing, or nothing of theirs,
 * shows the not-found page.
 */
export async function found<I extends z.ZodType, T>(
  schema: I,
  params: unknown,
  query: (context: Context, input: z.output<I>) => Promise<T>,
): Promise<T> {
  const context = await pageContext();
  const input = schema.safeParse(params);
  if (!input.success) notFound();
  try {
    return await query(context, input.data);
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_found") notFound();
    throw error;
  }
}
