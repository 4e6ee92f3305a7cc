import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Caller, Context } from "@/lib/auth/caller";
import { callerOfSession } from "@/lib/auth/session";
import { database } from "@/lib/db/client";

/** Who looks at a page; null when not signed in. For server components: asked once for each rendering. */
export const callerFromSession = cache(async (): Promise<Caller | null> => {
  const jar = await cookies();
  return callerOfSession(
    database(),
    Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value])),
  );
});

/** What a signed-in page's queries get; sends everyone else to the sign-in page. */
export async function pageContext(): Promise<Context> {
  const caller = await callerFromSession();
  if (!caller) redirect("/sign-in");
  return { db: database(), caller };
}
