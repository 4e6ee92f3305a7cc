import { LoaderCircle } from "lucide-react";

/** Says that something goes on; beside words, so hidden from screen readers. */
export function Spinner({ size = 16 }: { size?: number }) {
  return <LoaderCircle aria-hidden size={size} className="animate-spin motion-reduce:animate-none" />;
}
