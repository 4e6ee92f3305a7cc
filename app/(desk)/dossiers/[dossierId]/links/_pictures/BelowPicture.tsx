import type { ReactNode } from "react";

type Props = {
  /** What was walked to with the keyboard, said aloud. */
  aloud: string;
  /** The legend, and what has to be known to read the picture. */
  children: ReactNode;
  table: ReactNode;
};

/** What stands under every picture: what is said aloud, what its marks mean, and the same as a table. */
export function BelowPicture({ aloud, children, table }: Props) {
  return (
    <>
      <p className="sr-only" role="status">
        {aloud}
      </p>
      <div className="mt-3 flex flex-col gap-3">
        {children}
        <details>
          <summary className="w-fit cursor-pointer text-sm font-medium text-accent">
            The same as a table
          </summary>
          <div className="mt-2">{table}</div>
        </details>
      </div>
    </>
  );
}
