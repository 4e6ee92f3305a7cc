import { attributesOf, type Ink, lightInks, type Scene, type Shape } from "./scene";

/**
 * A picture as an SVG file that needs nothing else: every style is an attribute, the ground is light, and title and
 * description say what it is to those who do not see it.
 */
export function svgText({ width, height, shapes }: Scene, title: string, description: string): string {
  const w = Math.ceil(width);
  const h = Math.ceil(height);
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}"`;
  return [
    `${open} role="img" font-family="Inter, system-ui, 'Segoe UI', 'Noto Sans', sans-serif">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(description)}</desc>`,
    `<rect width="${w}" height="${h}" fill="${lightInks.paper}"/>`,
    ...shapes.map(shapeText),
    "</svg>\n",
  ].join("\n");
}

function shapeText(shape: Shape): string {
  if (shape.is === "group") {
    return `<g transform="translate(${shape.x} ${shape.y})">${shape.shapes.map(shapeText).join("\n")}</g>`;
  }
  const attributes = Object.entries(attributesOf(shape, (ink: Ink) => lightInks[ink]))
    .map(([name, value]) => ` ${kebab(name)}="${escaped(String(value))}"`)
    .join("");
  return shape.is === "path" ? `<path${attributes}/>` : `<text${attributes}>${escaped(shape.text)}</text>`;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Fit for XML 1.0: marks of its own escaped, characters it cannot hold left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
