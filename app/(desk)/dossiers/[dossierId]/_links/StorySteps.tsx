"use client";

import { useState } from "react";
import type { Story } from "@/lib/links/schema";
import { Button } from "@/lib/ui/Button";
import { counted, relationWords } from "../../../words";
import { Quote } from "./Quote";

/** A story of several links, one passage at a time. */
export function StorySteps({ story: { steps }, linkId }: { story: Story; linkId: string }) {
  const own = steps.findIndex((step) => step.link?.id === linkId);
  const [at, setAt] = useState(Math.max(0, own));
  const step = steps[Math.min(at, steps.length - 1)];
  if (!step) return null;
  return (
    <section aria-label="Story" className="rounded-md bg-sunken p-3 text-sm">
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <h3 className="font-semibold">A story of {counted(steps.length, "passage")}</h3>
        <span role="status" className="text-soft">
          {at + 1} of {steps.length}
          {step.link && ` · ${relationWords[step.link.relation]} the one before`}
        </span>
        <span className="ms-auto flex gap-1">
          <Button size="sm" disabled={at === 0} onClick={() => setAt(at - 1)}>
            Earlier
          </Button>
          <Button size="sm" disabled={at >= steps.length - 1} onClick={() => setAt(at + 1)}>
            Later
          </Button>
        </span>
      </div>
      <Quote end={step} />
    </section>
  );
}
