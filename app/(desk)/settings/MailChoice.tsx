"use client";

import { usePreferences } from "@/lib/preferences/PreferencesProvider";
import type { MailFrequency } from "@/lib/preferences/schema";
import { Field } from "@/lib/ui/Field";
import { Notice } from "@/lib/ui/Notice";
import { Select } from "@/lib/ui/Select";

const choices: readonly { value: MailFrequency; label: string; says: string }[] = [
  { value: "none", label: "No e-mail", says: "The inbox alone." },
  { value: "now", label: "At once", says: "Within a minute." },
  { value: "hourly", label: "Every hour", says: "When there is something." },
  { value: "daily", label: "Every day", says: "At seven in the morning." },
];

/** How often what is unread in the inbox comes by e-mail. @param props.sendsMail whether there is a mail server */
export function MailChoice({ sendsMail, address }: { sendsMail: boolean; address: string }) {
  const { preferences, change } = usePreferences();
  const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <fieldset id="mail" className="mb-10 scroll-mt-4">
      <legend className="mb-1 font-serif text-xl font-semibold">E-mail</legend>
      <p className="mb-3 text-sm text-soft">
        What you have not read in your inbox, to <bdi className="break-all">{address}</bdi>. What you read
        before is left out.
      </p>
      {!sendsMail && (
        <div className="mb-3">
          <Notice title="This Stet sends no e-mail yet">
            Whoever runs it has not named a mail server. You can choose already.
          </Notice>
        </div>
      )}
      <div className="grid gap-2 sm:grid-cols-4">
        {choices.map(({ value, label, says }) => (
          <label
            key={value}
            className="flex cursor-pointer items-start gap-2.5 rounded-md border border-line-strong bg-surface p-3 text-sm has-checked:border-accent has-checked:bg-accent-wash has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="mail"
              className="mt-0.5 accent-accent"
              checked={preferences.mail === value}
              onChange={() => void change({ mail: value, ...(value === "daily" && { timeZone: here() }) })}
            />
            <span>
              <span className="block font-medium">{label}</span>
              <span className="text-soft">{says}</span>
            </span>
          </label>
        ))}
      </div>
      {preferences.mail === "daily" && (
        <Field label="Time zone" className="mt-3 max-w-80">
          <Select
            value={preferences.timeZone}
            onChange={(event) => void change({ timeZone: event.target.value })}
          >
            {[...new Set([preferences.timeZone, "UTC", ...Intl.supportedValuesOf("timeZone")])].map(
              (zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll("_", " ")}
                </option>
              ),
            )}
          </Select>
        </Field>
      )}
    </fieldset>
  );
}
