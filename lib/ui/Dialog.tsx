"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useState } from "react";
import { Button } from "./Button";
import { classes } from "./classes";

type DialogProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The button that opens it; leave out when `open` is controlled from elsewhere. */
  trigger?: ReactNode;
  title: ReactNode;
  /** One sentence under the title: what this does. */
  description?: ReactNode;
  /** Buttons at the foot, the main one last. */
  footer?: ReactNode;
  wide?: boolean;
  /** Called once it is gone and the focus is back where it was. */
  onClosed?: () => void;
  children: ReactNode;
};

/** A modal dialog: keeps focus and gives it back, closes with Escape, scrolls inside on small screens. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, trigger } = props;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Content {...props} />
      </Radix.Portal>
    </Radix.Root>
  );
}

function Content({ trigger, title, description, footer, wide, onClosed, children }: DialogProps) {
  // Radix gives the focus back to a trigger only. Read before a field inside takes it.
  const [before] = useState(() => document.activeElement);
  const giveBack = (event: Event) => {
    if (!trigger) {
      event.preventDefault();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    }
    onClosed?.();
  };
  return (
    <Radix.Content
      onCloseAutoFocus={giveBack}
      aria-describedby={description ? undefined : ""}
      className={classes(
        "fixed inset-x-0 top-0 z-50 mx-auto flex max-h-dvh w-full flex-col overflow-hidden border border-line bg-surface text-ink shadow-xl sm:top-[6vh] sm:max-h-[88vh] sm:rounded-lg",
        wide ? "sm:w-[min(60rem,calc(100vw-2rem))]" : "sm:w-[min(32rem,calc(100vw-2rem))]",
      )}
    >
      <header className="flex items-start gap-4 border-b border-line px-5 py-4">
        <div className="min-w-0 flex-1">
          <Radix.Title className="text-base font-semibold">{title}</Radix.Title>
          {description && (
            <Radix.Description className="mt-1 text-sm text-soft">{description}</Radix.Description>
          )}
        </div>
        <Radix.Close asChild>
          <Button look="quiet" size="icon-sm" aria-label="Close">
            <X aria-hidden size={18} />
          </Button>
        </Radix.Close>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
      {footer && (
        <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{footer}</footer>
      )}
    </Radix.Content>
  );
}

/** Closes the dialog it stands in; put a Button inside. */
export const DialogClose = Radix.Close;
