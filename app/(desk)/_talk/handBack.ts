import { toast } from "sonner";

/** Gives people back what they typed where it can no longer stand: shown until they close it, to be copied. */
export function handBack(typed: string, why: string): void {
  toast.error(why, {
    description: typed,
    duration: Number.POSITIVE_INFINITY,
    action: { label: "Copy", onClick: () => void navigator.clipboard.writeText(typed) },
  });
}
