"use client";

import type { Annotation } from "@/lib/annotations/schema";
import {
  type AttributeField,
  type AttributeTexts,
  attributeFields,
  readAttributes,
  textsOf,
} from "@/lib/desk/attributeFields";
import { Checkbox } from "@/lib/ui/Checkbox";
import { Field } from "@/lib/ui/Field";
import { Input } from "@/lib/ui/Input";
import { Select } from "@/lib/ui/Select";
import { DraftNotice } from "./DraftNotice";
import { useDesk } from "./deskContext";
import { useFieldDraft } from "./useFieldDraft";

/** The attributes of an annotation's kind: numbers as numbers, dates as dates, saved together when all are right. */
export function AttributeFields({ annotation }: { annotation: Annotation }) {
  const { actions } = useDesk();
  const { id, kind, attributes } = annotation;
  const draft = useFieldDraft(textsOf(kind, attributes), (texts) => {
    const read = readAttributes(kind, texts);
    // Through JSON: the form's own type says which are optional, what is stored has no undefined in it.
    return read.attributes && actions.change(id, { attributes: JSON.parse(JSON.stringify(read.attributes)) });
  });
  const { errors } = readAttributes(kind, draft.value);
  const type = (name: string, text: string) => draft.type({ ...draft.value, [name]: text });
  return (
    <fieldset>
      <legend className="sr-only">Attributes</legend>
      <div className="grid grid-cols-2 gap-2">
        {attributeFields[kind].map((field) => (
          <OneField
            key={field.name}
            field={field}
            text={draft.value[field.name] ?? ""}
            error={errors?.[field.name]}
            onText={(text) => type(field.name, text)}
            onLeave={draft.flush}
          />
        ))}
      </div>
      <DraftNotice
        draft={draft}
        show={(texts) => inWords(kind, texts)}
        invalid="Kept here, not saved, until the fields marked above are right."
      />
    </fieldset>
  );
}

function inWords(kind: Annotation["kind"], texts: AttributeTexts): string {
  return attributeFields[kind]
    .filter(({ name }) => texts[name])
    .map(({ name, label }) => `${label}: ${texts[name]}`)
    .join("\n");
}

function OneField(props: {
  field: AttributeField;
  text: string;
  error: string | undefined;
  onText: (text: string) => void;
  onLeave: () => void;
}) {
  const { field, text, error, onText, onLeave } = props;
  if (field.type === "flag") {
    return (
      <Checkbox
        className="self-end pb-2"
        label={field.label}
        checked={text !== ""}
        onChange={(event) => onText(event.target.checked ? "yes" : "")}
      />
    );
  }
  const isWide = field.type === "list" || field.name === "normalised";
  return (
    <Field
      label={<span className="text-xs">{field.label}</span>}
      error={error}
      className={isWide ? "col-span-2" : ""}
    >
      {field.type === "mode" ? (
        <Select value={text} onChange={(event) => onText(event.target.value)}>
          <option value="">Not said</option>
          <option value="direct">Directly</option>
          <option value="indirect">Indirectly</option>
          <option value="mixed">Both</option>
        </Select>
      ) : (
        <Input
          type={field.type === "date" ? "date" : "text"}
          inputMode={field.type === "number" ? "decimal" : undefined}
          dir={field.type === "line" ? "auto" : undefined}
          value={text}
          onChange={(event) => onText(event.target.value)}
          onBlur={onLeave}
        />
      )}
    </Field>
  );
}
