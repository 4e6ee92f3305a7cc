"use client";

import { UserMinus } from "lucide-react";
import { toast } from "sonner";
import { type Role, roles } from "@/lib/auth/policy";
import type { Member } from "@/lib/dossiers/schema";
import { api } from "@/lib/http/client";
import { useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { ConfirmDialog } from "@/lib/ui/ConfirmDialog";
import { Field } from "@/lib/ui/Field";
import { Select } from "@/lib/ui/Select";
import { ErrorNotice } from "../../../../ErrorNotice";
import { useAction } from "../../../../useAction";
import { roleWords } from "../../../words";

/** An owner's say over one member. The server refuses to leave a dossier without an owner. */
export function MemberControls({ member, isMe }: { member: Member; isMe: boolean }) {
  const dossierId = useDossier((state) => state.dossier.id);
  const { busy, error, run } = useAction();
  const path = `/api/dossiers/${dossierId}/members/${member.userId}`;

  async function change(role: Role) {
    const done = await run(() => api.patch<Member>(path, { role }));
    if (done) toast.success(`${member.name} is now ${roleWords[role].name.toLowerCase()}.`);
  }
  async function remove() {
    const done = await run(() => api.delete<Member>(path));
    if (!done) return;
    if (isMe) window.location.assign("/dossiers");
    else toast.success(`${member.name} is no longer in this dossier.`);
  }

  return (
    <>
      <Field label={`Role of ${member.name}`} hiddenLabel>
        <Select value={member.role} disabled={busy} onChange={(event) => change(event.target.value as Role)}>
          {roles.map((role) => (
            <option key={role} value={role}>
              {roleWords[role].name}
            </option>
          ))}
        </Select>
      </Field>
      <ConfirmDialog
        danger
        trigger={
          <Button look="quiet" size="icon" aria-label={isMe ? "Leave this dossier" : `Remove ${member.name}`}>
            <UserMinus aria-hidden size={16} />
          </Button>
        }
        title={isMe ? "Leave this dossier?" : `Remove ${member.name}?`}
        confirm={isMe ? "Leave" : "Remove"}
        onConfirm={remove}
      >
        {isMe ? "You" : "They"} can no longer open the dossier. Everything {isMe ? "you" : "they"} did in it
        stays, under {isMe ? "your" : "their"} name. An owner can add {isMe ? "you" : "them"} again.
      </ConfirmDialog>
      {error && (
        <div className="w-full">
          <ErrorNotice error={error} kept="Nothing was changed." />
        </div>
      )}
    </>
  );
}
