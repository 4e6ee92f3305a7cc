"use client";

import { Inbox, MailOpen } from "lucide-react";
import Link from "next/link";
import { useSyncExternalStore } from "react";
import type { InboxPage } from "@/lib/inbox/schema";
import { Button } from "@/lib/ui/Button";
import { EmptyState } from "@/lib/ui/EmptyState";
import { Notice } from "@/lib/ui/Notice";
import { PageHeader } from "@/lib/ui/PageHeader";
import { InboxLine } from "./InboxLine";
import { inboxDays } from "./inboxDays";
import { useInbox } from "./useInbox";

const subscribe = () => () => {};

/** What one was told of, by day; each line leads to its place and is read once opened. */
export function InboxView({ initial, onlyUnread }: { initial: InboxPage; onlyUnread: boolean }) {
  const { items, unread, next, busy, error, mark, markAll, more } = useInbox(initial, onlyUnread);
  // As the server, in UTC, until the page is the reader's.
  const timeZone = useSyncExternalStore(
    subscribe,
    () => undefined,
    () => "UTC",
  );
  const ways = [
    { href: "/inbox", words: "All", isHere: !onlyUnread },
    { href: "/inbox?show=unread", words: "Unread", isHere: onlyUnread },
  ];
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-8 sm:px-6">
      <PageHeader
        title="Inbox"
        actions={
          unread > 0 && (
            <Button onClick={markAll}>
              <MailOpen aria-hidden size={16} /> Mark all as read
            </Button>
          )
        }
      >
        Where colleagues mention you, answer you, give you work, return or sign what you made.
      </PageHeader>
      <nav aria-label="Which items" className="mb-5 flex gap-1">
        {ways.map(({ href, words, isHere }) => (
          <Button key={href} asChild size="sm" look={isHere ? "secondary" : "quiet"}>
            <Link href={href} aria-current={isHere ? "page" : undefined}>
              {words}
              {words === "Unread" && unread > 0 && <span className="tabular-nums">{unread}</span>}
            </Link>
          </Button>
        ))}
      </nav>
      {error && (
        <div className="mb-4">
          <Notice tone="danger" role="alert">
            {error}
          </Notice>
        </div>
      )}
      {items.length === 0 && (
        <EmptyState icon={Inbox} title={onlyUnread ? "Nothing unread" : "Nothing here yet"}>
          When someone writes @ and your name in a comment, answers in a thread you wrote in, gives you a
          passage or a contradiction to look at, submits a report for your review, returns what you made or
          signs it off, it appears here.
        </EmptyState>
      )}
      {inboxDays(items, timeZone).map(({ day, items: those }) => (
        <section key={day} aria-label={day} className="mb-6">
          <h2 className="mb-2 text-sm font-semibold text-soft">{day}</h2>
          <ul className="stet-card divide-y divide-line">
            {those.map((item) => (
              <InboxLine key={item.id} item={item} onMark={mark} />
            ))}
          </ul>
        </section>
      ))}
      {next && (
        <Button busy={busy} onClick={more}>
          Show older
        </Button>
      )}
    </div>
  );
}
