"use client";

import { Mail, MailOpen } from "lucide-react";
import Link from "next/link";
import type { InboxItem } from "@/lib/inbox/schema";
import { didWhat, inboxLink } from "@/lib/inbox/words";
import { Ago } from "@/lib/ui/Ago";
import { Avatar } from "@/lib/ui/Avatar";
import { Button } from "@/lib/ui/Button";
import { classes } from "@/lib/ui/classes";
import { shortened } from "../words";

/** One thing one was told of. Opening it marks it as read. */
export function InboxLine(props: { item: InboxItem; onMark: (ids: string[], read: boolean) => void }) {
  const { item, onMark } = props;
  const href = inboxLink(item);
  const isUnread = item.readAt === null;
  const said = item.comment?.body ?? item.words;
  const content = (
    <>
      <span className="flex flex-wrap items-baseline gap-x-2">
        <span className={isUnread ? "font-semibold" : undefined}>
          {isUnread && <span className="sr-only">Unread: </span>}
          <bdi>{item.actor.name}</bdi> {didWhat(item)}
        </span>
        <span className="text-xs text-soft">
          <Ago at={item.at} />
        </span>
      </span>
      {said && (
        <span
          dir="auto"
          className="mt-1 line-clamp-3 block text-[0.9375rem] leading-relaxed whitespace-pre-line"
        >
          {said}
        </span>
      )}
      {item.comment && item.comment.body === null && (
        <span className="mt-1 block text-sm text-soft italic">The comment was deleted since.</span>
      )}
      {item.about && (
        <q
          dir="auto"
          className="mt-1.5 line-clamp-2 block border-s-2 border-line-strong ps-2.5 font-serif leading-snug text-soft [quotes:none]"
        >
          {shortened(item.about, 240)}
        </q>
      )}
      <span className="mt-1.5 block text-xs text-soft">
        {item.article && (
          <>
            <bdi>{item.article.title}</bdi> ·{" "}
          </>
        )}
        <bdi>{item.dossier.title}</bdi>
        {item.on.isDeleted && " · deleted since"}
      </span>
    </>
  );
  const label = isUnread ? "Mark as read" : "Mark as unread";
  const Icon = isUnread ? MailOpen : Mail;
  return (
    <li
      className={classes(
        "flex items-start gap-3 px-3 py-3.5 text-sm sm:px-4",
        isUnread && "bg-accent-wash/50",
      )}
    >
      <span
        aria-hidden
        className={classes(
          "mt-2.5 size-2 shrink-0 rounded-full",
          isUnread && "bg-accent forced-colors:border-4",
        )}
      />
      <Avatar name={item.actor.name} />
      {href ? (
        <Link
          href={href}
          className="min-w-0 flex-1 rounded-xs"
          onClick={() => isUnread && onMark([item.id], true)}
          onAuxClick={() => isUnread && onMark([item.id], true)}
        >
          {content}
        </Link>
      ) : (
        <div className="min-w-0 flex-1">{content}</div>
      )}
      <Button
        look="quiet"
        size="icon-sm"
        aria-label={label}
        title={label}
        onClick={() => onMark([item.id], isUnread)}
      >
        <Icon aria-hidden size={16} />
      </Button>
    </li>
  );
}
