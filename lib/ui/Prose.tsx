import { markdown } from "@/lib/exporting/html/markdown";

/** Markdown that people wrote, shown as the export shows it. Headings stand below `under`, the level above it. */
export function Prose({ text, under = 3 }: { text: string; under?: number }) {
  const { source } = markdown(text, under);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `markdown` writes inert HTML, everything in it escaped
  return <div className="stet-prose" dangerouslySetInnerHTML={{ __html: source }} />;
}
