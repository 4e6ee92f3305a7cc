import type { Metadata } from "next";
import { pageContext } from "@/lib/auth/pages";
import { listInbox } from "@/lib/inbox/queries";
import { InboxView } from "./InboxView";

export const metadata: Metadata = { title: "Inbox" };

type Props = { searchParams: Promise<{ show?: string | string[] }> };

/** What one was told of: mentions, replies, work given. */
export default async function InboxPage({ searchParams }: Props) {
  const onlyUnread = (await searchParams).show === "unread";
  const page = await listInbox(await pageContext(), { limit: 50, unread: onlyUnread });
  return <InboxView key={String(onlyUnread)} initial={page} onlyUnread={onlyUnread} />;
}
