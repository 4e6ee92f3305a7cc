import { constantXml, type Xml, xml, xmlPart } from "@/lib/exporting/docx/xml";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const RELATIONSHIPS = constantXml('xmlns="http://schemas.openxmlformats.org/package/2006/relationships"');

/** The parts of a package by name, in the order in which they are written. */
export type Parts = Map<string, Uint8Array>;

export type Written = {
  document: Xml;
  comments: Xml;
  commentsExtended: Xml;
  numbering: Xml;
  header: Xml;
  footer: Xml;
  settings: Xml;
  styles: Xml;
  core: Xml;
  envelope: Uint8Array;
  documentLinks: readonly Xml[];
  commentLinks: readonly Xml[];
};

/** An Open Packaging (ISO/IEC 29500-2) word-processing document from its pieces. */
export function packageParts(written: Written): Parts {
  return new Map<string, Uint8Array>([
    ["[Content_Types].xml", xmlPart(contentTypes)],
    [
      "_rels/.rels",
      relationships([
        relationship("rId1", `${OFFICE}/officeDocument`, "word/document.xml"),
        relationship(
          "rId2",
          "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
          "docProps/core.xml",
        ),
      ]),
    ],
    ["docProps/core.xml", xmlPart(written.core)],
    ["word/document.xml", xmlPart(written.document)],
    [
      "word/_rels/document.xml.rels",
      relationships([
        relationship("rId1", `${OFFICE}/styles`, "styles.xml"),
        relationship("rId2", `${OFFICE}/numbering`, "numbering.xml"),
        relationship("rId3", `${OFFICE}/settings`, "settings.xml"),
        relationship("rId4", `${OFFICE}/comments`, "comments.xml"),
        relationship(
          "rId5",
          "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
          "commentsExtended.xml",
        ),
        relationship("rIdHeader", `${OFFICE}/header`, "header1.xml"),
        relationship("rIdFooter", `${OFFICE}/footer`, "footer1.xml"),
        relationship("rIdData", `${OFFICE}/customXml`, "../customXml/item1.xml"),
        ...written.documentLinks,
      ]),
    ],
    ["word/comments.xml", xmlPart(written.comments)],
    ["word/_rels/comments.xml.rels", relationships(written.commentLinks)],
    ["word/commentsExtended.xml", xmlPart(written.commentsExtended)],
    ["word/styles.xml", xmlPart(written.styles)],
    ["word/numbering.xml", xmlPart(written.numbering)],
    ["word/settings.xml", xmlPart(written.settings)],
    ["word/header1.xml", xmlPart(written.header)],
    ["word/footer1.xml", xmlPart(written.footer)],
    ["customXml/item1.xml", written.envelope],
    [
      "customXml/_rels/item1.xml.rels",
      relationships([relationship("rId1", `${OFFICE}/customXmlProps`, "itemProps1.xml")]),
    ],
    ["customXml/itemProps1.xml", xmlPart(itemProperties)],
  ]);
}

function relationship(id: string, type: string, target: string): Xml {
  return xml`<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
}

function relationships(list: readonly Xml[]): Uint8Array {
  return xmlPart(xml`<Relationships ${RELATIONSHIPS}>${list}</Relationships>`);
}

const overrides: [string, string][] = [
  ["/word/document.xml", `${WORD}.document.main+xml`],
  ["/word/styles.xml", `${WORD}.styles+xml`],
  ["/word/numbering.xml", `${WORD}.numbering+xml`],
  ["/word/settings.xml", `${WORD}.settings+xml`],
  ["/word/comments.xml", `${WORD}.comments+xml`],
  ["/word/commentsExtended.xml", `${WORD}.commentsExtended+xml`],
  ["/word/header1.xml", `${WORD}.header+xml`],
  ["/word/footer1.xml", `${WORD}.footer+xml`],
  ["/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
  ["/customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"],
];

const contentTypes = xml`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.map(([name, type]) => xml`<Override PartName="${name}" ContentType="${type}"/>`)}</Types>`;

const itemProperties = xml`<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{5B0C6E2A-6E0B-4C1D-9A43-7F4E5A1D0001}"><ds:schemaRefs><ds:schemaRef ds:uri="urn:stet:report:1"/></ds:schemaRefs></ds:datastoreItem>`;
