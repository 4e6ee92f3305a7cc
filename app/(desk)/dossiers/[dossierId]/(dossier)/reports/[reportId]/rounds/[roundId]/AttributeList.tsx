import { attributesInWords } from "@/lib/annotations/attributeWords";
import type { Annotation } from "@/lib/annotations/schema";

/** What an annotation says of its passage in fields rather than prose. */
export function AttributeList({ attributes }: { attributes: Annotation["attributes"] }) {
  // In the order of the words, whatever order the database keeps them in.
  const rows = attributesInWords(attributes);
  if (rows.length === 0) return null;
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-sm">
      {rows.map(({ name, label, value }) => (
        <div key={name} className="contents">
          <dt className="text-soft">{label}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
