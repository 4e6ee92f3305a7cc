import type { Kind } from "@/lib/annotations/kinds";
import { lineSample } from "@/lib/links/pictures/legend";
import { kindInks, kindNames, type LineStyle, lineWords, markPath } from "@/lib/links/pictures/relationStyle";
import type { Shape } from "@/lib/links/pictures/scene";
import { Shapes } from "./Shapes";

type Props = {
  styles: readonly LineStyle[];
  kinds?: readonly Kind[];
  /** Marks of the picture's own. */
  marks?: readonly { name: string; shape: Shape }[];
};

/** What the lines and marks of a picture mean. */
export function Legend({ styles, kinds = [], marks = [] }: Props) {
  const ofKinds = kinds.map((kind) => ({
    name: kindNames[kind],
    shape: { is: "path", d: markPath(kind, 8, 8, 5), fill: kindInks[kind] } as const,
  }));
  return (
    <ul aria-label="Legend" className="flex flex-wrap gap-x-5 gap-y-1 text-xs text-soft">
      {styles.map((style) => (
        <li key={style} className="flex items-center gap-2">
          <svg aria-hidden="true" width={40} height={16}>
            <Shapes shapes={[lineSample(style, 0, 10)]} />
          </svg>
          {lineWords[style]}
        </li>
      ))}
      {[...marks, ...ofKinds].map(({ name, shape }) => (
        <li key={name} className="flex items-center gap-1.5">
          <svg aria-hidden="true" width={16} height={16}>
            <Shapes shapes={[shape]} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
