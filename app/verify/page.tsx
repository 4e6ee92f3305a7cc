import type { Metadata } from "next";
import { PublicPage } from "../PublicPage";
import { PublicKeys } from "./PublicKeys";
import { VerifyFile } from "./VerifyFile";

/** The keys are read when the page is asked for. */
export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Verify a report" };

export default function VerifyPage() {
  return (
    <PublicPage wide>
      <h1 className="font-serif text-3xl font-semibold">Is this what was signed?</h1>
      <p className="mt-3 mb-6 max-w-prose text-soft">
        Give a report that was exported from this Stet as a web page (HTML), a Word document (DOCX), a PDF or
        as data (JSON). It is compared, byte for byte, with what its reviewers signed. The file is not kept.
      </p>
      <VerifyFile />
      <PublicKeys />
      <p className="mt-8 text-sm text-soft">
        Without trusting this page: <code className="rounded bg-sunken px-1.5 py-0.5">stet verify FILE</code>{" "}
        does the same offline.
      </p>
    </PublicPage>
  );
}
