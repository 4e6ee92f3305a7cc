import { attributesInWords } from "@/lib/annotations/attributeWords";
import type { Annotation } from "@/lib/annotations/schema";

/** The attributes of an annotation, to read. */
export function AttributeList({ annotation }: { annotation: Annotation }) {
  const rows = attributesInWords(annotation.attributes);
  if (rows.length === 0) return null;
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-xs leading-relaxed">
      {rows.map(({ name, label, value }) => (
        <div key={name} className="contents">
          <dt className="text-soft">{label}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
