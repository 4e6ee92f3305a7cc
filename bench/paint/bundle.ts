import { readFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

const projectRoot = path.resolve(import.meta.dirname, "../..");

/** A page for one subject: script and style, to be put into an empty document. */
export type Bundle = { script: string; style: string };

/** Bundles a subject's page, minified and with React's production build, as it would be served. */
export async function bundleSubject(name: string): Promise<Bundle> {
  const [entry] = await Promise.all(
    ["tsx", "ts"].map(async (ending) => {
      const file = path.join(projectRoot, `bench/paint/subjects/${name}.${ending}`);
      return readFile(file).then(
        () => file,
        () => null,
      );
    }),
  ).then((files) => files.filter((file) => file !== null));
  if (!entry) throw new Error(`There is no subject ${name}`);
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2023",
    jsx: "automatic",
    outdir: "unused",
    tsconfig: path.join(projectRoot, "tsconfig.json"),
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  const named = (ending: string) => outputFiles.find((file) => file.path.endsWith(ending))?.text ?? "";
  const highlights = await readFile(path.join(projectRoot, "lib/editor/highlights.css"), "utf8");
  return { script: named(".js"), style: `${PAGE_STYLE}\n${highlights}\n${named(".css")}` };
}

/** The same column of text for all, and washes for the peers that paint with elements. */
const PAGE_STYLE = `
body { margin: 0; font: 18px/1.6 serif; }
#root { max-width: 68ch; margin: 0 auto; }
.peer { color: inherit; background: rgb(245 158 11 / 0.2); border-bottom: 2px solid #b45309; }
`;
