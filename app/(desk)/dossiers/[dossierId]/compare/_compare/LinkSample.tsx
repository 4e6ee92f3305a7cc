import { discPath, signPath } from "@/lib/desk/curves";
import type { LinkLook } from "./linkLook";

const [WIDTH, HEIGHT, DISC] = [40, 16, 7];
const flat = { left: HEIGHT / 2, right: HEIGHT / 2 };

/** A piece of the line a link is drawn as, with its sign. */
export function LinkSample({ look }: { look: LinkLook }) {
  const { stroke, dashes, width, sign } = look;
  return (
    <svg aria-hidden width={WIDTH} height={HEIGHT} className="shrink-0" fill="none" strokeLinecap="round">
      <path
        className={stroke}
        d={`M1 ${HEIGHT / 2}H${WIDTH - 1}`}
        strokeWidth={width}
        strokeDasharray={dashes}
      />
      <path className="fill-paper" d={discPath(flat, WIDTH, DISC)} />
      <path className={stroke} d={signPath(sign, flat, WIDTH)} strokeWidth={1.6} strokeLinejoin="round" />
    </svg>
  );
}
