"use client";

import type { ComponentProps } from "react";
import { classes } from "./classes";
import { controlStyle } from "./controlStyle";
import { useFieldControl } from "./Field";

/** One line to type in; inside a Field it is labelled by it. */
export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input {...useFieldControl()} className={classes(controlStyle, "min-h-9", className)} {...rest} />;
}
