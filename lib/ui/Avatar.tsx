import { classes } from "./classes";

/** A person as initials; the full name is beside it or in its label. */
export function Avatar({
  name,
  size = "md",
  labelled,
  colour,
  initialsOf = name,
}: {
  name: string;
  size?: "sm" | "md";
  labelled?: boolean;
  /** Of somebody who is here now: 0 to 7. */
  colour?: number;
  /** Where the label says more than the name. */
  initialsOf?: string;
}) {
  const words = initialsOf.trim().split(/\s+/u);
  const initials = [words[0], words.length > 1 ? words.at(-1) : ""]
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("");
  const style = classes(
    "inline-flex shrink-0 items-center justify-center rounded-full font-semibold uppercase",
    colour === undefined ? "border border-line-strong bg-sunken text-soft" : "stet-person",
    size === "sm" ? "size-5 text-[0.5625rem]" : "size-7 text-[0.6875rem]",
  );
  return labelled ? (
    <span role="img" aria-label={name} title={name} className={style} data-colour={colour}>
      {initials}
    </span>
  ) : (
    <span aria-hidden className={style} data-colour={colour}>
      {initials}
    </span>
  );
}
