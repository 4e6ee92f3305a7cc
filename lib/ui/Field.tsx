"use client";

import { createContext, type ReactNode, useContext, useId } from "react";
import { classes } from "./classes";

type Control = { id: string; "aria-describedby"?: string; "aria-invalid"?: true; required?: boolean };

const ControlContext = createContext<Partial<Control>>({});

/** What the field around a control says of it: its id, its hint and its error. */
export function useFieldControl(): Partial<Control> {
  return useContext(ControlContext);
}

type FieldProps = {
  label: ReactNode;
  /** Said before a mistake is made. */
  hint?: ReactNode;
  /** What is wrong, and how to mend it. Announced when it appears. */
  error?: ReactNode;
  required?: boolean;
  /** The label is for screen readers only. */
  hiddenLabel?: boolean;
  className?: string;
  /** One control of this kit: it finds its label, hint and error by itself. */
  children: ReactNode;
};

/** A labelled control with its hint and error, tied together for assistive technology. */
export function Field({ label, hint, error, required, hiddenLabel, className, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={classes("flex min-w-0 flex-col gap-1", className)}>
      <label htmlFor={id} className={hiddenLabel ? "sr-only" : "text-sm font-medium"}>
        {label}
        {!required && required !== undefined && <span className="font-normal text-soft"> (optional)</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-soft">
          {hint}
        </p>
      )}
      <ControlContext
        value={{
          id,
          "aria-describedby": described || undefined,
          "aria-invalid": error ? true : undefined,
          required,
        }}
      >
        {children}
      </ControlContext>
      {error && (
        <p id={`${id}-error`} role="alert" className="text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
