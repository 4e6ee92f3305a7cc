"use client";

import { Toaster as Sonner } from "sonner";

/**
 * Where short messages appear (and are announced): `import { toast } from "sonner"`, then
 * `toast.success("Saved")`. For what a person must act on, use a Notice where the work is.
 */
export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      closeButton
      style={{ fontFamily: "inherit" }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-(--width) items-start gap-2.5 rounded-md border border-line-strong bg-surface p-3.5 pe-8 text-sm text-ink shadow-lg",
          description: "text-soft",
          actionButton:
            "ms-auto shrink-0 cursor-pointer font-semibold text-accent underline underline-offset-2",
          closeButton:
            "absolute end-2 top-2 flex size-6 cursor-pointer items-center justify-center rounded text-soft hover:bg-sunken",
          icon: "mt-0.5",
        },
      }}
    />
  );
}
