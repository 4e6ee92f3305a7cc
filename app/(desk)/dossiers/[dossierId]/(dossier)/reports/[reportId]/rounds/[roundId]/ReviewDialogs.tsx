"use client";

import { ConfirmDialog } from "@/lib/ui/ConfirmDialog";
import { counted } from "../../../../../../../words";
import { ReturnDialog } from "./ReturnDialog";
import type { useReviewActions } from "./useReviewActions";

/** What is asked before something is done: why an item goes back, whether many decisions are taken back. */
export function ReviewDialogs(props: { actions: ReturnType<typeof useReviewActions>; roundId: string }) {
  const { actions, roundId } = props;
  const { returning, takingBack } = actions;
  return (
    <>
      {returning && (
        <ReturnDialog
          item={returning.item}
          roundId={roundId}
          initial={actions.said(returning)}
          onClose={actions.dropReturn}
          onReturn={(reason, suggestion) => actions.returnIt(returning, reason, suggestion)}
        />
      )}
      {takingBack && (
        <ConfirmDialog
          open
          onOpenChange={(isOpen) => !isOpen && actions.dropTakingBack()}
          title={`Take back ${counted(takingBack.length, "decision")}?`}
          confirm={`Take back ${counted(takingBack.length, "decision")}`}
          onConfirm={() => actions.takeAllBack(takingBack)}
        >
          You decided on them in one go. They are undecided again then.
        </ConfirmDialog>
      )}
    </>
  );
}
