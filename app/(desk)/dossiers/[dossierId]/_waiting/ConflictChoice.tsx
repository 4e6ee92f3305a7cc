"use client";

import { useState } from "react";
import { type Conflict, type ConflictField, conflictOf } from "@/lib/live/conflict";
import type { WaitingGroup } from "@/lib/live/heldChanges";
import { useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { classes } from "@/lib/ui/classes";
import { fieldLabel, fieldValue } from "./fieldWords";
import { useDecide } from "./useDecide";

/** A refused change with both versions, field by field; nothing of it goes until the person has chosen. */
export function ConflictChoice({ group }: { group: WaitingGroup }) {
  const conflict = useDossier((state) => conflictOf(group, state), isSameConflict);
  const name = useDossier((state) => ("now" in conflict ? nameOf(conflict, state.members) : "Someone else"));
  const { keepMine, discard } = useDecide();
  /** Fields where theirs is to stand; everything else is mine. */
  const [theirs, setTheirs] = useState<readonly string[]>([]);
  const fields = "fields" in conflict ? conflict.fields : [];
  const mine = fields.map(({ field }) => field).filter((field) => !theirs.includes(field));
  const { keep, drop } = buttonWords(conflict, { name, mine: mine.length, all: fields.length });
  return (
    <div className="mt-1.5 rounded border border-warn bg-warn-wash p-2 text-xs leading-relaxed">
      <p className="font-semibold">{reason(conflict, name, group)}</p>
      {fields.map((one) => (
        <FieldChoice
          key={one.field}
          name={`${group.key}:${one.field}`}
          field={one}
          who={conflict.is === "deleted" ? "Before it was deleted" : `${name}’s`}
          isMine={!theirs.includes(one.field)}
          onMine={(isMine) =>
            setTheirs(isMine ? theirs.filter((field) => field !== one.field) : [...theirs, one.field])
          }
        />
      ))}
      <div className="mt-2 flex flex-wrap gap-2">
        {keep && (
          <Button size="sm" look="primary" onClick={() => keepMine(group, conflict, mine)}>
            {keep}
          </Button>
        )}
        <Button size="sm" onClick={() => discard(group)}>
          {drop}
        </Button>
      </div>
    </div>
  );
}

function FieldChoice(props: {
  name: string;
  field: ConflictField;
  who: string;
  isMine: boolean;
  onMine: (isMine: boolean) => void;
}) {
  const { name, field, who, isMine, onMine } = props;
  return (
    <fieldset className="mt-2">
      <legend className="font-medium">{fieldLabel(field.field)}</legend>
      <div className="mt-1 grid gap-1.5 sm:grid-cols-2">
        <Version
          name={name}
          who="Yours"
          field={field.field}
          value={field.mine}
          isChosen={isMine}
          onChoose={() => onMine(true)}
        />
        <Version
          name={name}
          who={who}
          field={field.field}
          value={field.theirs}
          isChosen={!isMine}
          onChoose={() => onMine(false)}
        />
      </div>
    </fieldset>
  );
}

function Version(props: {
  name: string;
  who: string;
  field: string;
  value: unknown;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const { name, who, field, value, isChosen, onChoose } = props;
  const said = useDossier((state) => fieldValue(field, value, state));
  return (
    <label
      className={classes(
        "flex min-w-0 cursor-pointer items-start gap-2 rounded border bg-surface p-2 has-focus-visible:outline-2 has-focus-visible:outline-accent",
        isChosen ? "border-accent ring-1 ring-accent" : "border-line",
      )}
    >
      <input
        type="radio"
        name={name}
        checked={isChosen}
        onChange={onChoose}
        className="mt-0.5 accent-accent"
      />
      <span className="min-w-0 flex-1">
        <span className="block text-soft">{who}</span>
        <span dir="auto" className="block max-h-40 overflow-y-auto break-words whitespace-pre-wrap">
          {said || "(nothing)"}
        </span>
      </span>
    </label>
  );
}

function reason(conflict: Conflict, name: string, group: WaitingGroup): string {
  switch (conflict.is) {
    case "fields":
      return `${name} changed this while your change was waiting. Which stands?`;
    case "twin":
      return `${name} did the same meanwhile. Which words stand?`;
    case "deleted":
      return `${name} deleted this while your change was waiting.`;
    case "delete":
      return `You deleted this; ${name} has changed it since.`;
    case "settled":
      return "This stands as you wanted it already, or cannot be done any more.";
    case "again":
      return `Not saved. ${group.refusal?.message ?? ""}`;
  }
}

function buttonWords(conflict: Conflict, { name, mine, all }: { name: string; mine: number; all: number }) {
  switch (conflict.is) {
    case "fields":
    case "twin":
      return {
        keep: mine === 0 ? null : mine === all ? "Keep mine" : "Keep what is chosen",
        drop: `Keep ${name}’s`,
      };
    case "deleted":
      return { keep: mine === 0 ? null : "Bring it back with mine", drop: "Leave it deleted" };
    case "delete":
      return { keep: "Delete it", drop: `Keep ${name}’s` };
    case "settled":
      return { keep: null, drop: "Done" };
    case "again":
      return { keep: "Try again", drop: "Discard" };
  }
}

function nameOf({ now }: { now: object }, members: Readonly<Record<string, { name: string }>>): string {
  const by = "updatedBy" in now ? now.updatedBy : "createdBy" in now ? now.createdBy : "";
  return members[String(by)]?.name ?? "Someone else";
}

/** It is made anew each time something happens; only what it says matters. */
function isSameConflict(before: Conflict, after: Conflict): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}
