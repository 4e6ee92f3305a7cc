"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classes } from "./classes";
import { controlStyle } from "./controlStyle";
import { useFieldControl } from "./Field";

/** The browser's own list of choices: works with every keyboard, screen reader and phone. */
export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <span className={classes("relative inline-flex min-w-0", className)}>
      <select
        {...useFieldControl()}
        className={classes(controlStyle, "min-h-9 appearance-none pe-8")}
        {...rest}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden
        size={16}
        className="pointer-events-none absolute inset-y-0 end-2.5 my-auto text-soft"
      />
    </span>
  );
}
