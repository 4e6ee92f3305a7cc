import type { ExportFormatName } from "@/lib/exporting/formats";

type Choice = { format: ExportFormatName; name: string; words: string };

/** The formats as a person chooses among them. */
export const exportChoices: { group: string; choices: Choice[] }[] = [
  {
    group: "To read",
    choices: [
      { format: "pdf", name: "PDF", words: "Pages with the notes in the margin" },
      { format: "docx", name: "Word document (DOCX)", words: "Notes as comments on their passages" },
      { format: "html", name: "Web page (HTML)", words: "One file, readable anywhere" },
      { format: "md", name: "Markdown", words: "Plain text with footnotes" },
    ],
  },
  {
    group: "Tables",
    choices: [
      { format: "xlsx", name: "Spreadsheet (XLSX)", words: "Annotations, links and evidence" },
      { format: "csv", name: "CSV tables (zip)", words: "The same as text files" },
    ],
  },
  {
    group: "Data",
    choices: [
      { format: "json", name: "Data (JSON)", words: "Everything, with its signatures" },
      { format: "jsonld", name: "Web annotations (JSON-LD)", words: "W3C Web Annotation" },
      { format: "claimreview", name: "ClaimReview (JSON-LD)", words: "Verdicts for search engines" },
      { format: "brat", name: "brat standoff (zip)", words: "For annotation tools" },
      { format: "cas", name: "UIMA CAS (JSON)", words: "For text-analysis pipelines" },
    ],
  },
];

/** Which of them carry their data, so that the Verify page can check them. */
export const verifiable: readonly ExportFormatName[] = ["pdf", "docx", "html", "json"];
