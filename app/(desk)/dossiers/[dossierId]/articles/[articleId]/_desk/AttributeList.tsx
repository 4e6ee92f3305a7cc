import type { Annotation } from "@/lib/annotations/schema";
import { attributeFields, textsOf } from "@/lib/desk/attributeFields";

/** The attributes of an annotation, to read. */
export function AttributeList({ annotation: { kind, attributes } }: { annotation: Annotation }) {
  const texts = textsOf(kind, attributes);
  const given = attributeFields[kind].filter(({ name }) => texts[name]);
  if (given.length === 0) return null;
  return (
    <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-xs">
      {given.map(({ name, label }) => (
        <div key={name} className="contents">
          <dt className="text-soft">{label}</dt>
          <dd dir="auto">{texts[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
