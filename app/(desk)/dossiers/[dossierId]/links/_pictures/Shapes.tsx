import { attributesOf, type Ink, type Shape } from "@/lib/links/pictures/scene";

const themed = (ink: Ink) => `var(--${ink})`;

/** Parts of a picture on screen, in the theme's colours. */
export function Shapes({ shapes }: { shapes: readonly Shape[] }) {
  return shapes.map((shape, index) => {
    // Parts have no names of their own; they are drawn anew together.
    const key = `${shape.is}${index}`;
    if (shape.is === "group") {
      return (
        <g key={key} transform={`translate(${shape.x} ${shape.y})`}>
          <Shapes shapes={shape.shapes} />
        </g>
      );
    }
    const attributes = attributesOf(shape, themed);
    return shape.is === "path" ? (
      <path key={key} {...attributes} />
    ) : (
      <text key={key} {...attributes}>
        {shape.text}
      </text>
    );
  });
}
