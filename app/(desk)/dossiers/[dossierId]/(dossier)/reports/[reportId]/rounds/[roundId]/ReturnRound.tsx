"use client";

import { useState } from "react";
import { api } from "@/lib/http/client";
import type { Round } from "@/lib/reviews/schema";
import { Button } from "@/lib/ui/Button";
import { useAction } from "../../../../../../../../useAction";
import { ReasonDialog } from "./ReasonDialog";

/** Sends the whole round back. */
export function ReturnRound({ roundId }: { roundId: string }) {
  const [asking, setAsking] = useState(false);
  const { busy, error, run } = useAction();
  return (
    <>
      <Button onClick={() => setAsking(true)}>Return the round…</Button>
      {asking && (
        <ReasonDialog
          title="Return the whole round"
          hint="The round is closed and the report goes back to its editors, with this as a comment. They can submit a new round."
          confirm="Return the round"
          busy={busy}
          error={error}
          onClose={() => setAsking(false)}
          onReason={async (reason) => {
            if (await run(() => api.post<Round>(`/api/rounds/${roundId}/return`, { reason })))
              setAsking(false);
          }}
        />
      )}
    </>
  );
}
