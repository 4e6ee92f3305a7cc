import { z } from "zod";
import { created, operation, pageOf } from "@/lib/http/operation";
import { entrySchemas } from "@/lib/journal/schema";
import { editMemoInput, memoParams, memoPlaceSchema, memoStateSchema } from "@/lib/memo/schema";
import {
  changeReportInput,
  createReportInput,
  deleteReportInput,
  exportReportInput,
  listReportsInput,
  reportParams,
  reportSchema,
} from "@/lib/reports/schema";
import { readinessSchema } from "@/lib/reviews/readinessSchema";
import {
  addCorrectionInput,
  decideInput,
  listChangesInput,
  listRoundsInput,
  returnRoundInput,
  roundParams,
  roundSchema,
  roundWithSnapshotSchema,
  signRoundInput,
  submitRoundInput,
  takeBackInput,
  withdrawInput,
} from "@/lib/reviews/schema";
import { signedCorrectionSchema } from "@/lib/reviews/statement";

const reports = "/api/dossiers/[dossierId]/reports";
const report = "/api/reports/[reportId]";

/** What exports are, without their parameters. */
const exportMediaTypes = [
  "text/html",
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/json",
  "application/ld+json",
  "text/markdown",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/zip",
];

/** A file to save: its name, media type and content. */
export const fileSchema = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  body: z.union([z.string(), z.custom<Uint8Array>((value) => value instanceof Uint8Array)]),
});

export const reportOperations = {
  list: operation(`GET ${reports}`, "A dossier's reports", listReportsInput, pageOf(reportSchema)),
  create: operation(`POST ${reports}`, "Begin a report", createReportInput, reportSchema, created),
  read: operation(`GET ${report}`, "A report", reportParams, reportSchema),
  change: operation(`PATCH ${report}`, "Change a report", changeReportInput, reportSchema),
  delete: operation(`DELETE ${report}`, "Delete a report", deleteReportInput, reportSchema),
  readMemo: operation(
    `GET ${report}/memo`,
    "A report's memo as the document that is edited together (Yjs)",
    memoParams,
    memoStateSchema,
  ),
  editMemo: operation(
    `POST ${report}/memo/updates`,
    "Add what was typed to a report's memo: Yjs updates, in base64",
    editMemoInput,
    memoPlaceSchema,
  ),
  export: operation(
    `GET ${report}/export`,
    "A report as a file: what a round froze, or a draft of what stands now",
    exportReportInput,
    fileSchema,
    { mediaTypes: exportMediaTypes },
  ),
};

const round = "/api/rounds/[roundId]";

export const roundOperations = {
  list: operation(
    `GET ${report}/rounds`,
    "A report's rounds",
    listRoundsInput,
    z.object({ items: z.array(roundSchema), next: z.string().nullable() }),
  ),
  readiness: operation(
    `GET ${report}/readiness`,
    "What submitting a report would freeze, whom it would tell, and what stands in the way",
    reportParams,
    readinessSchema,
  ),
  submit: operation(
    `POST ${report}/rounds`,
    "Submit a report for review",
    submitRoundInput,
    roundSchema,
    created,
  ),
  read: operation(`GET ${round}`, "A round with what it froze", roundParams, roundWithSnapshotSchema),
  changes: operation(
    `GET ${round}/changes`,
    "Whether what a round covers has changed since, and by what, newest first",
    listChangesInput,
    z.object({
      outdated: z.boolean(),
      seq: z.int(),
      total: z.int(),
      items: z.array(entrySchemas),
      next: z.int().nullable(),
    }),
  ),
  decide: operation(`PUT ${round}/decisions`, "Accept or return items", decideInput, roundSchema),
  takeBack: operation(
    `POST ${round}/take-back`,
    "Take one's own decisions back: the items are undecided again",
    takeBackInput,
    roundSchema,
  ),
  return: operation(`POST ${round}/return`, "Return the whole round", returnRoundInput, roundSchema),
  sign: operation(
    `POST ${round}/sign-offs`,
    "Sign the content hash seen; in a browser with one's password, with a token by its scope",
    signRoundInput,
    roundSchema,
    created,
  ),
  withdraw: operation(
    "POST /api/sign-offs/[signOffId]/withdrawal",
    "Take a sign-off back, with a reason",
    withdrawInput,
    roundSchema,
    created,
  ),
  correct: operation(
    `POST ${round}/corrections`,
    "Say what was wrong in what was signed, and what is right",
    addCorrectionInput,
    signedCorrectionSchema,
    created,
  ),
  corrections: operation(
    `GET ${round}/corrections`,
    "What was corrected in a signed round, by time",
    roundParams,
    z.object({ items: z.array(signedCorrectionSchema) }),
  ),
};
