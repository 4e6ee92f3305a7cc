"use client";

import { Failure } from "./Failure";

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main>
      <Failure error={error} retry={reset} />
    </main>
  );
}
