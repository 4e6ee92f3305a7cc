"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { z } from "zod";
import type { Annotation } from "@/lib/annotations/schema";
import { type AttributeTexts, attributeFields, readAttributes, textsOf } from "@/lib/desk/attributeFields";
import { Button } from "@/lib/ui/Button";
import { AttributeControl } from "./AttributeControl";
import { DraftNotice } from "./DraftNotice";
import { useDesk } from "./deskContext";
import { useFieldDraft } from "./useFieldDraft";

const textsSchema = z.record(z.string(), z.string());

/** The attributes of an annotation's kind: numbers as numbers, dates as dates, saved together when all are right. */
export function AttributeFields({ annotation }: { annotation: Annotation }) {
  const { actions, article } = useDesk();
  const { id, kind, attributes } = annotation;
  const { language } = article;
  const save = (texts: AttributeTexts) => {
    const read = readAttributes(kind, texts, language);
    // Through JSON: the form's own type says which are optional, what is stored has no undefined in it.
    return read.attributes && actions.change(id, { attributes: JSON.parse(JSON.stringify(read.attributes)) });
  };
  const draft = useFieldDraft(textsOf(kind, attributes), save, {
    key: `attributes:${id}:${kind}`,
    about: {
      says: `Attributes of “${annotation.exact.slice(0, 80)}”`,
      annotationId: id,
      field: "attributes",
    },
    schema: textsSchema,
    words: (texts) => inWords(kind, texts),
    storedAs(texts) {
      const { attributes: read } = readAttributes(kind, texts, language);
      return read ? textsOf(kind, read) : texts;
    },
  });
  const { errors } = readAttributes(kind, draft.value, language);
  const more = attributeFields[kind].filter((field) => field.more);
  const filled = more.filter(({ name }) => draft.value[name]).length;
  const [isOpen, setOpen] = useState(filled > 0);
  const shown = isOpen || more.some(({ name }) => errors?.[name]);
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">Attributes</legend>
      <div className="grid grid-cols-2 gap-x-2 gap-y-2">
        {attributeFields[kind].map((field) =>
          field.more && !shown ? null : (
            <AttributeControl
              key={field.name}
              field={field}
              text={draft.value[field.name] ?? ""}
              language={language}
              error={errors?.[field.name]}
              onText={(text) => draft.type({ ...draft.value, [field.name]: text })}
              onLeave={draft.flush}
            />
          ),
        )}
      </div>
      {more.length > 0 && (
        <Button
          look="quiet"
          size="sm"
          className="-ms-2 mt-1 text-soft"
          aria-expanded={shown}
          onClick={() => setOpen(!shown)}
        >
          <ChevronDown aria-hidden size={14} className={shown ? "rotate-180" : ""} />
          {shown ? "Fewer fields" : filled > 0 ? `More fields, ${filled} filled in` : "More fields"}
        </Button>
      )}
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
