/** The name, with the proof-reader's dots under it: let it stand. */
export function Wordmark() {
  return (
    <span className="font-serif text-xl leading-none font-semibold tracking-tight text-ink underline decoration-accent decoration-dotted decoration-2 underline-offset-5">
      Stet
    </span>
  );
}
