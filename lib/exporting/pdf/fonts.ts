import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The desk's own typefaces: as fixed fonts where they are installed, else as the variable ones that the screens use.
 * Fixed ones are better on paper: Chromium's PDF writer (Skia) draws a variable font's glyphs as pictures (Type 3), of
 * which readers find the words, but in Arabic not their order. And the Arabic one on paper is Amiri: its letters are
 * whole glyphs, where Noto Naskh joins dots to them, which readers of a PDF take for spaces.
 */
const TYPEFACES = [
  {
    fixed: ["400", "400-italic", "600", "700", "700-italic"].map(
      (face) => `@fontsource/source-serif-4/${face}.css`,
    ),
    variable: [
      "@fontsource-variable/source-serif-4/wght.css",
      "@fontsource-variable/source-serif-4/wght-italic.css",
    ],
  },
  {
    fixed: ["400", "400-italic", "600", "700"].map((face) => `@fontsource/inter/${face}.css`),
    variable: ["@fontsource-variable/inter/wght.css", "@fontsource-variable/inter/wght-italic.css"],
  },
  {
    fixed: ["400", "400-italic", "700"].map((face) => `@fontsource/amiri/${face}.css`),
    variable: ["@fontsource-variable/noto-naskh-arabic/wght.css"],
  },
];

/** Font families in the order in which a glyph is looked for. */
export const SERIF =
  '"Source Serif 4","Source Serif 4 Variable","Amiri","Noto Naskh Arabic Variable",Georgia,serif';
export const SANS = '"Inter","Inter Variable","Amiri","Noto Naskh Arabic Variable",Arial,sans-serif';

/** Whether a typeface's fixed fonts are installed: "amiri". */
export function hasFixedFont(name: string): boolean {
  return existsSync(pathOf(`@fontsource/${name}/400.css`));
}

let faces: string | null = null;

/**
 * `@font-face` rules with the fonts inside, so that a printed report looks the same whatever the machine has. A font
 * that is not installed is left out: the browser takes one of the machine's.
 */
export function fontFaces(): string {
  faces ??= TYPEFACES.flatMap(({ fixed, variable }) => {
    const installed = fixed.filter((sheet) => existsSync(pathOf(sheet)));
    return (installed.length > 0 ? installed : variable).map(inlined);
  }).join("\n");
  return faces;
}

function inlined(sheet: string): string {
  const path = pathOf(sheet);
  if (!existsSync(path)) return "";
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

/** From where the program runs, which is the project: a bundler's own idea of a module's place would not hold. */
function pathOf(sheet: string): string {
  return join(process.cwd(), "node_modules", sheet);
}
