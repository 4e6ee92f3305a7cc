"use client";

import { CalendarDays } from "lucide-react";
import { type ComponentProps, useRef } from "react";
import { typedDate } from "@/lib/desk/typedDate";
import { Input } from "@/lib/ui/Input";

/**
 * A day, typed in any unmistakable way or taken from the browser's calendar. Not the browser's own date field: that
 * one shows a half-written day as an empty value, so nothing could be said of it.
 */
export function DateInput({
  label,
  onPick,
  ...control
}: ComponentProps<"input"> & { label: string; onPick: (date: string) => void }) {
  const calendar = useRef<HTMLInputElement>(null);
  return (
    <span className="relative block">
      <Input {...control} placeholder="YYYY-MM-DD" autoComplete="off" dir="ltr" className="pe-8" />
      <button
        type="button"
        aria-label={`Choose a day for “${label}”`}
        className="absolute inset-y-0 end-1 my-auto grid size-6 cursor-pointer place-items-center rounded text-soft hover:text-ink"
        onClick={() => calendar.current?.showPicker()}
      >
        <CalendarDays aria-hidden size={14} />
      </button>
      <input
        ref={calendar}
        type="date"
        tabIndex={-1}
        aria-hidden
        className="pointer-events-none absolute inset-x-0 bottom-0 h-0 min-h-0! border-0 p-0 opacity-0"
        value={typedDate(String(control.value ?? "")).date ?? ""}
        onChange={(event) => onPick(event.target.value)}
      />
    </span>
  );
}
