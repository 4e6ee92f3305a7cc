"use client";

import type { ComponentProps } from "react";
import { classes } from "./classes";
import { controlStyle } from "./controlStyle";
import { useFieldControl } from "./Field";

/** Several lines to type in; grows with its text where the browser can. */
export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={3}
      dir="auto"
      {...useFieldControl()}
      className={classes(controlStyle, "field-sizing-content min-h-20 leading-relaxed", className)}
      {...rest}
    />
  );
}
