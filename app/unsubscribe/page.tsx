import type { Metadata } from "next";
import { PublicPage } from "../PublicPage";
import { Unsubscribe } from "./Unsubscribe";

export const metadata: Metadata = { title: "No more e-mail", robots: { index: false } };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

/** Where the link at the end of each e-mail leads. */
export default async function UnsubscribePage({ searchParams }: Props) {
  const { token } = await searchParams;
  return (
    <PublicPage>
      <h1 className="mb-3 font-serif text-3xl font-semibold">No more e-mail from Stet?</h1>
      <Unsubscribe token={typeof token === "string" ? token : ""} />
    </PublicPage>
  );
}
