"use client";

import { Download } from "lucide-react";
import { Fragment } from "react";
import type { ReportHead } from "@/lib/reports/schema";
import type { Round } from "@/lib/reviews/schema";
import { Button } from "@/lib/ui/Button";
import { Menu, MenuItem, MenuLabel, MenuLine } from "@/lib/ui/Menu";

const formats = [
  { format: "html", words: "Web page (HTML)" },
  { format: "json", words: "Data (JSON)" },
  { format: "jsonld", words: "Web annotations (JSON-LD)" },
] as const;

/** Takes the report out: what stands now as a draft, and the newest round that was signed off. */
export function ExportMenu({ report, rounds }: { report: ReportHead; rounds: readonly Round[] }) {
  const signed = rounds.find((round) => round.status === "signed_off");
  const sources = [
    ...(signed ? [{ label: `Signed, round ${signed.number}`, round: signed.id }] : []),
    { label: "Draft of what stands now", round: "draft" },
  ];
  return (
    <Menu
      trigger={
        <Button>
          <Download aria-hidden size={16} /> Export
        </Button>
      }
    >
      {sources.map(({ label, round }, i) => (
        <Fragment key={round}>
          {i > 0 && <MenuLine />}
          <MenuLabel>{label}</MenuLabel>
          {formats.map(({ format, words }) => (
            <MenuItem key={format} asChild>
              <a href={`/api/reports/${report.id}/export?format=${format}&round=${round}`} download>
                {words}
              </a>
            </MenuItem>
          ))}
        </Fragment>
      ))}
    </Menu>
  );
}
