"use client";

import { ShieldCheck } from "lucide-react";
import { useEffect, useState } from "react";
import type { SignedCheckpoint } from "@/lib/checkpoints/statement";
import { ApiError, api } from "@/lib/http/client";
import { useDossier } from "@/lib/live/useDossier";
import type { LogCheck } from "@/lib/log/schema";
import { Button } from "@/lib/ui/Button";
import { Moment } from "@/lib/ui/Moment";
import { Notice } from "@/lib/ui/Notice";
import { CheckpointList } from "./CheckpointList";

type Checkpoints = { items: SignedCheckpoint[]; next: number | null };

/** How far the log is signed, and on request whether all of it holds. */
export function LogCheckPanel({ dossierId }: { dossierId: string }) {
  const size = useDossier((state) => state.seq);
  const [checkpoints, setCheckpoints] = useState<Checkpoints | null>(null);
  const [check, setCheck] = useState<LogCheck | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    let isStale = false;
    api.get<Checkpoints>(`/api/dossiers/${dossierId}/checkpoints`, { query: { limit: 20 } }).then(
      (read) => !isStale && setCheckpoints(read),
      (thrown) => {
        if (!(thrown instanceof ApiError)) throw thrown;
      },
    );
    return () => {
      isStale = true;
    };
  }, [dossierId]);
  const run = async () => {
    setIsBusy(true);
    setError(null);
    try {
      setCheck(await api.get<LogCheck>(`/api/dossiers/${dossierId}/journal/check`));
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      setError(thrown.message);
    } finally {
      setIsBusy(false);
    }
  };
  const newest = checkpoints?.items[0]?.signed;
  const since = newest ? Math.max(0, size - newest.size) : size;
  return (
    <section aria-label="Whether the log holds" className="stet-card mb-6 p-4 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="min-h-6 min-w-0 flex-1 basis-72">
          {checkpoints &&
            (newest ? (
              <>
                Signed up to entry <span className="font-semibold tabular-nums">{newest.size}</span>, on{" "}
                <Moment at={newest.at} />
                {since > 0 && <span className="text-soft">; {since} since then</span>}.
              </>
            ) : (
              "Nothing is signed yet: that happens at every sign-off, and every few minutes while Stet runs."
            ))}
        </p>
        <Button busy={isBusy} onClick={() => void run()}>
          <ShieldCheck aria-hidden size={15} /> Check the whole log
        </Button>
      </div>
      <div role="status" className="mt-3 empty:hidden">
        {check && <CheckResult check={check} />}
        {error && <Notice tone="danger">{error}</Notice>}
      </div>
      {checkpoints && checkpoints.items.length > 0 && <CheckpointList items={checkpoints.items} />}
    </section>
  );
}

function CheckResult({ check: { size, head, faults, checkpoints, newest } }: { check: LogCheck }) {
  if (faults.length > 0) {
    return (
      <Notice tone="danger" title="The log does not hold">
        <ul className="list-disc ps-5">
          {faults.slice(0, 20).map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
        {faults.length > 20 && <p>And {faults.length - 20} more.</p>}
      </Notice>
    );
  }
  return (
    <Notice tone="ok" title={`All ${size} entries hold`}>
      <p>
        Each follows the one before it.{" "}
        {newest
          ? `What ${checkpoints === 1 ? "the checkpoint says" : `all ${checkpoints} checkpoints say`} of the first ${newest.size} is true.`
          : "No checkpoint speaks for them yet."}
      </p>
      <p className="mt-1 text-xs text-soft">
        Head of the tree: <span className="font-mono break-all">{head}</span>
      </p>
    </Notice>
  );
}
