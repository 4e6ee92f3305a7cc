import { parseArgs } from "node:util";
import { audit } from "@/lib/audit/audit";
import type { Finding } from "@/lib/audit/finding";
import { inOneMoment } from "@/lib/audit/inOneMoment";
import { trustedKey } from "../trustedKeys";
import { withDatabase } from "../withDatabase";

export const usage = `Usage: stet audit [--checkpoints DIR] [--key PUBLIC_KEY]… [--json]

Checks the whole database without trusting it: every dossier's journal against its own chain and against the signed
checkpoints in the database and in the files beside it; and every row of dossiers, members, articles and their texts,
annotations, evidence, cleared sentences, links, filters, comments, reports and memos, rounds, decisions, sign-offs,
withdrawals, corrections, webhooks and signing keys against what the journal last said of it.
What no journal speaks for is not looked at: accounts and their names, tokens, preferences, visits, inboxes, jobs, the
secrets and paths of webhooks, the search index.

  --checkpoints DIR  the files of checkpoints, or a copy of them (the folder "checkpoints" of the data folder)
  --key PUBLIC_KEY   a public key to trust, in base64, beside those in signing-keys.json of the data folder
  --json             findings as JSON lines on standard output, nothing else
Exit code 0: nothing found. 1: something was found.`;

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      checkpoints: { type: "string" },
      key: { type: "string", multiple: true },
      json: { type: "boolean", default: false },
    },
  });
  const keys = (values.key ?? []).map(trustedKey);
  const say = values.json ? () => {} : progressLine();
  let [count, checked] = [0, ""];
  await withDatabase((db) =>
    inOneMoment(db, async (tx) => {
      const folder = values.checkpoints === undefined ? {} : { folder: values.checkpoints };
      const onProgress = ({ dossiers, of, entries }: { dossiers: number; of: number; entries: number }) => {
        checked = `${of} ${of === 1 ? "dossier" : "dossiers"}, ${entries} journal entries`;
        say(`dossier ${dossiers} of ${of}, ${entries} entries read`);
      };
      for await (const finding of audit(tx, { ...folder, keys, onProgress })) {
        count += 1;
        say("");
        console.log(values.json ? JSON.stringify(finding) : inWords(finding));
      }
    }),
  );
  say("");
  if (!values.json) {
    const result = count === 0 ? "Nothing found." : count === 1 ? "1 finding." : `${count} findings.`;
    console.log(`${result} Checked: ${checked || "no dossiers"}.`);
  }
  return count === 0 ? 0 : 1;
}

function inWords({ dossierId, table, id, field, sentence }: Finding): string {
  const place = [table, id, field].filter((part) => part !== null).join(" / ");
  return `${dossierId ? `dossier ${dossierId}: ` : ""}${place}: ${sentence}`;
}

/** Writes over itself on a terminal, and nothing into a pipe. */
function progressLine(): (text: string) => void {
  if (!process.stderr.isTTY) return () => {};
  return (text) => void process.stderr.write(`\r\u001b[K${text}`);
}
