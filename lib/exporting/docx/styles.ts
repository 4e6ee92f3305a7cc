import { constantXml } from "@/lib/exporting/docx/xml";

const SANS = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Arial"/>';

type Style = { id: string; name: string; based?: string; next?: string; p?: string; r?: string };

function style(type: "paragraph" | "character" | "table", one: Style): string {
  const { id, name, based, next, p = "", r = "" } = one;
  return `<w:style w:type="${type}" w:styleId="${id}"${id.startsWith("Stet") ? ' w:customStyle="1"' : ""}><w:name w:val="${name}"/>${based ? `<w:basedOn w:val="${based}"/>` : ""}${next ? `<w:next w:val="${next}"/>` : ""}<w:qFormat/>${p && `<w:pPr>${p}</w:pPr>`}${r && `<w:rPr>${r}</w:rPr>`}</w:style>`;
}

const headings = [
  [32, 480, 160],
  [26, 320, 120],
  [23, 260, 80],
  [22, 220, 60],
  [21, 200, 60],
  [21, 200, 60],
]
  .map(([size, before, after], i) =>
    style("paragraph", {
      id: `Heading${i + 1}`,
      name: `heading ${i + 1}`,
      based: "Normal",
      next: "Normal",
      p: `<w:keepNext/><w:keepLines/><w:spacing w:before="${before}" w:after="${after}" w:line="264" w:lineRule="auto"/><w:outlineLvl w:val="${i}"/>`,
      r: `${SANS}<w:b/><w:bCs/>${i > 3 ? "<w:i/><w:iCs/>" : ""}<w:color w:val="1F1C18"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
    }),
  )
  .join("");

const paragraphs: Style[] = [
  {
    id: "Title",
    name: "Title",
    next: "Normal",
    p: '<w:spacing w:before="0" w:after="160" w:line="252" w:lineRule="auto"/>',
    r: '<w:b/><w:bCs/><w:sz w:val="44"/><w:szCs w:val="44"/>',
  },
  {
    id: "StetArticle",
    name: "Article title",
    based: "Heading1",
    next: "StetText",
    p: '<w:pageBreakBefore/><w:spacing w:before="0" w:after="80"/>',
    r: '<w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:eastAsia="Cambria" w:cs="Times New Roman"/><w:sz w:val="36"/><w:szCs w:val="36"/>',
  },
  { id: "StetText", name: "Article text", p: '<w:spacing w:after="200" w:line="324" w:lineRule="auto"/>' },
  {
    id: "StetSource",
    name: "Source line",
    p: '<w:spacing w:after="200"/>',
    r: `${SANS}<w:color w:val="5F584D"/><w:sz w:val="18"/><w:szCs w:val="18"/>`,
  },
  {
    id: "StetDraft",
    name: "Draft notice",
    p: '<w:pBdr><w:top w:val="dashed" w:sz="8" w:space="6" w:color="B02318"/><w:left w:val="dashed" w:sz="8" w:space="6" w:color="B02318"/><w:bottom w:val="dashed" w:sz="8" w:space="6" w:color="B02318"/><w:right w:val="dashed" w:sz="8" w:space="6" w:color="B02318"/></w:pBdr><w:spacing w:before="160" w:after="200"/>',
    r: `${SANS}<w:color w:val="8C1C13"/><w:sz w:val="20"/><w:szCs w:val="20"/>`,
  },
  {
    id: "Quote",
    name: "Quote",
    p: '<w:pBdr><w:left w:val="single" w:sz="12" w:space="10" w:color="BBB3A4"/></w:pBdr><w:ind w:left="360" w:right="360"/>',
    r: "<w:i/><w:iCs/>",
  },
  { id: "StetQuote", name: "Quoted passage", p: '<w:spacing w:before="60" w:after="80"/>' },
  { id: "ListParagraph", name: "List Paragraph", p: '<w:spacing w:after="60"/>' },
  {
    id: "StetCode",
    name: "Code",
    p: '<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="D9D2C4"/><w:bottom w:val="single" w:sz="4" w:space="4" w:color="D9D2C4"/></w:pBdr>',
    r: '<w:sz w:val="18"/><w:szCs w:val="18"/>',
  },
  {
    id: "StetRule",
    name: "Rule",
    p: '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="BBB3A4"/></w:pBdr>',
  },
  {
    id: "StetCell",
    name: "Table text",
    p: '<w:spacing w:before="30" w:after="30" w:line="252" w:lineRule="auto"/>',
    r: `${SANS}<w:sz w:val="19"/><w:szCs w:val="19"/>`,
  },
  {
    id: "StetAfterTable",
    name: "After a table",
    p: '<w:spacing w:after="60" w:line="160" w:lineRule="exact"/>',
  },
  {
    id: "CommentText",
    name: "annotation text",
    p: '<w:spacing w:after="60" w:line="240" w:lineRule="auto"/>',
    r: `${SANS}<w:sz w:val="20"/><w:szCs w:val="20"/>`,
  },
  {
    id: "Header",
    name: "header",
    p: '<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs><w:spacing w:after="0"/>',
    r: `${SANS}<w:color w:val="5F584D"/><w:sz w:val="17"/><w:szCs w:val="17"/>`,
  },
];

const characters: Style[] = [
  { id: "Hyperlink", name: "Hyperlink", r: '<w:color w:val="1A4F8B"/><w:u w:val="single"/>' },
  { id: "StetReference", name: "Cross-reference", r: `${SANS}<w:color w:val="1A4F8B"/>` },
  {
    id: "StetNumber",
    name: "Passage number",
    r: `${SANS}<w:b/><w:bCs/><w:color w:val="5F584D"/><w:vertAlign w:val="superscript"/>`,
  },
  { id: "CommentReference", name: "annotation reference", r: '<w:sz w:val="16"/><w:szCs w:val="16"/>' },
];

const line = (side: string, color = "D9D2C4") =>
  `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${color}"/>`;
const cells =
  '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>';
const tables = `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>${cells}</w:tblPr></w:style><w:style w:type="table" w:customStyle="1" w:styleId="StetTable"><w:name w:val="Report table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${line("top")}${line("bottom")}${line("insideH")}</w:tblBorders>${cells}</w:tblPr></w:style><w:style w:type="table" w:customStyle="1" w:styleId="StetPair"><w:name w:val="Two quotes"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${line("top", "B02318")}${line("bottom")}${line("insideV")}</w:tblBorders>${cells}</w:tblPr></w:style>`;

/** word/styles.xml: Word's own names where it has one, so that its navigation and its comments know them. */
export const stylesPart = constantXml(
  `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:eastAsia="Cambria" w:cs="Times New Roman"/><w:sz w:val="22"/><w:szCs w:val="24"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${headings}${paragraphs.map((one) => style("paragraph", { based: "Normal", ...one })).join("")}${characters.map((one) => style("character", one)).join("")}${tables}</w:styles>`,
);
