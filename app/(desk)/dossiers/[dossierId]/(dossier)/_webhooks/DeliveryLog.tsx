"use client";

import { useEffect, useState } from "react";
import { Button } from "@/lib/ui/Button";
import { Spinner } from "@/lib/ui/Spinner";
import { DeliveryLine } from "./DeliveryLine";
import { useDeliveries } from "./useDeliveries";

/** What was sent and how it went, opened when asked for. @param props.asked rises with each thing asked to be sent */
export function DeliveryLog({ webhookId, asked }: { webhookId: string; asked: number }) {
  const [isOpen, setOpen] = useState(false);
  const [again, setAgain] = useState(0);
  useEffect(() => {
    if (asked > 0) setOpen(true);
  }, [asked]);
  const { deliveries, hasMore, error, isBusy, more } = useDeliveries(webhookId, isOpen, asked + again);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer text-sm font-medium">Deliveries</summary>
      <div role="status" className="mt-2 text-sm text-soft empty:hidden">
        {error ?? (isOpen && !deliveries && <Spinner />)}
        {deliveries?.length === 0 && "Nothing was sent yet."}
      </div>
      {deliveries && deliveries.length > 0 && (
        <ol className="mt-2 divide-y divide-line rounded-md border border-line">
          {deliveries.map((delivery) => (
            <DeliveryLine key={delivery.id} delivery={delivery} onAgain={() => setAgain((n) => n + 1)} />
          ))}
        </ol>
      )}
      {hasMore && (
        <Button size="sm" className="mt-2" busy={isBusy} onClick={more}>
          Show older
        </Button>
      )}
    </details>
  );
}
