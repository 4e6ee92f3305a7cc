import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { classes } from "./classes";
import { Spinner } from "./Spinner";

const looks = {
  primary: "bg-accent text-on-accent border-transparent hover:bg-accent-strong",
  secondary: "bg-surface text-ink border-line-strong hover:bg-sunken",
  quiet:
    "bg-transparent text-ink border-transparent hover:bg-sunken aria-pressed:bg-accent-wash aria-pressed:text-accent",
  danger: "bg-danger text-on-accent border-transparent hover:brightness-90",
} as const;

const sizes = {
  md: "min-h-9 px-3.5 text-sm",
  sm: "min-h-7 px-2.5 text-xs",
  icon: "size-9 justify-center text-sm",
  "icon-sm": "size-7 justify-center text-sm",
} as const;

type ButtonProps = ComponentProps<"button"> & {
  look?: keyof typeof looks;
  size?: keyof typeof sizes;
  /** Style the one child (a link) instead of making a button. */
  asChild?: boolean;
  /** Shows a spinner and refuses presses, without leaving the tab order. */
  busy?: boolean;
};

/** The one button; for a link that looks like one, `asChild` around the link. An icon button needs an aria-label. */
export function Button({
  look = "secondary",
  size = "md",
  asChild = false,
  busy = false,
  className,
  type,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const style = classes(
    "inline-flex shrink-0 items-center gap-2 rounded-md border font-medium leading-tight transition-colors motion-reduce:transition-none",
    "cursor-pointer select-none disabled:cursor-not-allowed disabled:opacity-60 aria-busy:cursor-progress",
    looks[look],
    sizes[size],
    className,
  );
  if (asChild) {
    return (
      <Slot.Root className={style} onClick={onClick} {...rest}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type={type ?? "button"}
      className={style}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}
