import { markOf } from "@/lib/exporting/afterwardsWords";
import { paragraph } from "@/lib/exporting/docx/blocks";
import { runs } from "@/lib/exporting/docx/runs";
import { BULLETS, type Lists } from "@/lib/exporting/docx/writing";
import { constantXml, type Xml, xml } from "@/lib/exporting/docx/xml";
import type { Envelope } from "@/lib/exporting/envelope";
import { isolatedText } from "@/lib/exporting/isolatedText";
import { momentOf } from "@/lib/exporting/momentOf";
import { clipped } from "@/lib/exporting/noteWords";

const W = constantXml(
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
);
const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** word/numbering.xml: one list of bullets, and each numbered list of its own. */
export function numberingPart({ starts }: Lists): Xml {
  const level = (i: number, format: string, sign: string) =>
    xml`<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${sign}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${720 * (i + 1)}" w:hanging="360"/></w:pPr></w:lvl>`;
  return xml`<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>${LEVELS.map((i) => level(i, "bullet", i % 2 === 0 ? "•" : "–"))}</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>${LEVELS.map((i) => level(i, i % 2 === 0 ? "decimal" : "lowerLetter", `%${i + 1}.`))}</w:abstractNum><w:num w:numId="${BULLETS}"><w:abstractNumId w:val="0"/></w:num>${starts.map(
    (start, i) =>
      xml`<w:num w:numId="${i + 2}"><w:abstractNumId w:val="1"/>${LEVELS.map((n) => xml`<w:lvlOverride w:ilvl="${n}"><w:startOverride w:val="${start}"/></w:lvlOverride>`)}</w:num>`,
  )}</w:numbering>`;
}

/** word/header1.xml, on every page: the report, and in red that it is a draft or withdrawn. */
export function headerPart(envelope: Envelope): Xml {
  const { words, isWarning } = markOf(envelope);
  const mark = runs(words, isWarning ? { bold: true, color: "B02318", size: 20 } : {});
  return xml`<w:hdr ${W}>${paragraph(
    [
      runs(isolatedText(clipped(envelope.snapshot.report.title.replace(/\s/g, " "), 70))),
      xml`<w:r><w:tab/></w:r>`,
      mark,
    ],
    { style: "Header" },
  )}</w:hdr>`;
}

/** word/footer1.xml: the content hash's beginning, which tells two printed versions apart, and the page. */
export function footerPart({ contentHash }: Envelope): Xml {
  const field = (name: string) =>
    xml`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  return xml`<w:ftr ${W}>${paragraph(
    [
      runs(`Content ${contentHash.slice(0, 12)}`),
      xml`<w:r><w:tab/></w:r>`,
      [runs("Page "), field("PAGE"), runs(" of "), field("NUMPAGES")],
    ],
    { style: "Header" },
  )}</w:ftr>`;
}

export const settingsPart = xml`<w:settings ${W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

/**
 * Names the exact bytes that this renderer makes. A signed document is verified by making it again, so any change of
 * the output must raise this number and keep the old renderer, or documents exported before would no longer verify.
 */
export const DOCX_EDITION = 1;

/** docProps/core.xml. Its times are the envelope's: the same envelope gives the same bytes. */
export function corePart(envelope: Envelope): Xml {
  const { report } = envelope.snapshot;
  const at = momentOf(envelope).replace(/\.\d+Z$/, "Z");
  return xml`<cp:coreProperties ${constantXml('xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"')}><dc:title>${envelope.status === "draft" ? "Draft: " : null}${report.title}</dc:title><dc:creator>Stet</dc:creator><cp:version>${DOCX_EDITION}</cp:version><cp:contentStatus>${envelope.status === "draft" ? "Draft" : "Signed"}</cp:contentStatus><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`;
}

export const documentRoot = W;
