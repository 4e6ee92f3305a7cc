"use client";

import Link from "next/link";
import { can } from "@/lib/auth/policy";
import type { Member } from "@/lib/dossiers/schema";
import { useActor, useDossier } from "@/lib/live/useDossier";
import { Avatar } from "@/lib/ui/Avatar";
import { Badge } from "@/lib/ui/Badge";
import { Moment } from "@/lib/ui/Moment";
import { roleWords } from "../../../words";
import { AddMember } from "./AddMember";
import { MemberControls } from "./MemberControls";

/** Who is in the dossier; owners add, change and remove. */
export function MemberList() {
  const actor = useActor();
  const manages = can(actor, "member.manage");
  const members = useDossier((state) =>
    Object.values(state.members).sort((a, b) => (a.joinedAt < b.joinedAt ? -1 : 1)),
  );
  return (
    <div className="flex flex-col gap-5">
      {manages && <AddMember />}
      <ul className="stet-card divide-y divide-line">
        {members.map((member) => (
          <MemberRow
            key={member.userId}
            member={member}
            manages={manages}
            isMe={member.userId === actor.userId}
          />
        ))}
      </ul>
      {!manages && <p className="text-sm text-soft">Only owners add people or change roles.</p>}
    </div>
  );
}

function MemberRow({ member, manages, isMe }: { member: Member; manages: boolean; isMe: boolean }) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-sm">
      <Avatar name={member.name} />
      <span className="min-w-0 flex-1 basis-48">
        <span className="block font-medium">
          {member.name} {isMe && <span className="font-normal text-soft">(you)</span>}
        </span>
        <span className="block text-xs break-all text-soft">{member.email}</span>
      </span>
      <span className="text-xs text-soft">
        since <Moment at={member.joinedAt} /> ·{" "}
        <Link href={`?tab=activity&person=${member.userId}`} className="stet-link">
          Activity<span className="sr-only"> of {member.name}</span>
        </Link>
      </span>
      {manages ? (
        <MemberControls member={member} isMe={isMe} />
      ) : (
        <Badge>{roleWords[member.role].name}</Badge>
      )}
    </li>
  );
}
