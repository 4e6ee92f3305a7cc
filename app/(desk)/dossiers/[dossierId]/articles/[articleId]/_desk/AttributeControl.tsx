"use client";

import { useId, useState } from "react";
import { modeWords } from "@/lib/annotations/attributeWords";
import { type AttributeField, readAs } from "@/lib/desk/attributeFields";
import { usedValues } from "@/lib/desk/usedValues";
import { Checkbox } from "@/lib/ui/Checkbox";
import { Field } from "@/lib/ui/Field";
import { Input } from "@/lib/ui/Input";
import { Select } from "@/lib/ui/Select";
import { DateInput } from "./DateInput";
import { Suggestions } from "./Suggestions";

/** One attribute to type in, checked as it is typed; says how it was read where that is not how it was written. */
export function AttributeControl(props: {
  field: AttributeField;
  text: string;
  language: string;
  error: string | undefined;
  onText: (text: string) => void;
  onLeave: () => void;
}) {
  const { field, text, language, error, onText, onLeave } = props;
  // While it is being typed it stays as typed, whatever form it was meanwhile saved in.
  const [typed, setTyped] = useState<string | null>(null);
  const [hasFocus, setFocus] = useState(false);
  const list = useId();
  const value = typed ?? text;
  const type = (next: string) => {
    setTyped(next);
    onText(next);
  };
  const control = {
    value,
    onChange: (event: { target: { value: string } }) => type(event.target.value),
    onFocus: () => setFocus(true),
    onBlur: () => {
      setTyped(null);
      setFocus(false);
      onLeave();
    },
  };
  if (field.type === "flag") {
    return (
      <Checkbox
        className="self-end pb-1.5 text-xs"
        label={field.label}
        checked={text !== ""}
        onChange={(event) => onText(event.target.checked ? "yes" : "")}
      />
    );
  }
  const reading = readAs(field, value, language);
  return (
    <Field
      label={<span className="text-xs font-normal text-soft">{field.label}</span>}
      hint={field.hint}
      error={error && <span className="block text-xs leading-snug">{error}</span>}
      className={field.wide ? "col-span-2" : ""}
    >
      {field.type === "mode" ? (
        <Select value={text} onChange={(event) => onText(event.target.value)}>
          <option value="">Not said</option>
          {Object.entries(modeWords).map(([mode, words]) => (
            <option key={mode} value={mode}>
              {words}
            </option>
          ))}
        </Select>
      ) : field.type === "date" ? (
        <DateInput label={field.label} {...control} onPick={type} />
      ) : (
        <Input
          {...control}
          inputMode={field.type === "number" ? "decimal" : undefined}
          dir={field.type === "number" ? "ltr" : "auto"}
          autoComplete="off"
          list={field.suggests ? list : undefined}
        />
      )}
      {field.suggests && (
        <Suggestions id={list} active={hasFocus} of={(annotations) => usedValues(annotations, field.name)} />
      )}
      {reading && <output className="text-xs text-soft">Read as {reading}</output>}
    </Field>
  );
}
