"use client";

import "./globals.css";
import { Failure } from "./Failure";

/** When even the outermost layout broke. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <body>
        <title>This page broke · Stet</title>
        <main>
          <Failure error={error} retry={reset} />
        </main>
      </body>
    </html>
  );
}
