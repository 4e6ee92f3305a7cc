import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The desk's own typefaces, as fixed fonts: Chromium's PDF writer (Skia) draws a variable font's glyphs as pictures
 * (Type 3), of which readers find the words, but in Arabic not their order. The Arabic one on paper is Amiri: its
 * letters are whole glyphs, where Noto Naskh joins dots to them, which readers of a PDF take for spaces.
 */
const SHEETS = [
  ...["400", "400-italic", "600", "700", "700-italic"].map((face) => `source-serif-4/${face}.css`),
  ...["400", "400-italic", "600", "700"].map((face) => `inter/${face}.css`),
  ...["400", "400-italic", "700"].map((face) => `amiri/${face}.css`),
];

/** Font families in the order in which a glyph is looked for. */
export const SERIF = '"Source Serif 4","Amiri",Georgia,serif';
export const SANS = '"Inter","Amiri",Arial,sans-serif';

let faces: string | null = null;

/** `@font-face` rules with the fonts inside, so that a printed report looks the same whatever the machine has. */
export function fontFaces(): string {
  faces ??= SHEETS.map(inlined).join("\n");
  return faces;
}

function inlined(sheet: string): string {
  // From where the program runs, which is the project: a bundler's own idea of a module's place would not hold.
  const path = join(process.cwd(), "node_modules/@fontsource", sheet);
  return (
    readFileSync(path, "utf8")
      .replace(/\/\*.*?\*\//gs, "")
      // The older form, for browsers of another time.
      .replace(/,\s*url\([^)]*\.woff\)\s*format\([^)]*\)/g, "")
      .replace(/url\(\.\/(files\/[\w.-]+\.woff2)\)/g, (_whole, file: string) => {
        const bytes = readFileSync(join(dirname(path), file));
        return `url(data:font/woff2;base64,${bytes.toString("base64")})`;
      })
      .replace(/font-display:\s*swap/g, "font-display:block")
  );
}
