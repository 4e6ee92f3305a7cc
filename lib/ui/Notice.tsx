import { CircleCheck, CircleX, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes";

const tones = {
  info: { icon: Info, style: "border-line-strong bg-sunken", ink: "text-soft" },
  ok: { icon: CircleCheck, style: "border-ok bg-ok-wash", ink: "text-ok" },
  warn: { icon: TriangleAlert, style: "border-warn bg-warn-wash", ink: "text-warn" },
  danger: { icon: CircleX, style: "border-danger bg-danger-wash", ink: "text-danger" },
} as const;

type NoticeProps = {
  tone?: keyof typeof tones;
  title?: ReactNode;
  /** Announce it when it appears: at once ("alert") or politely ("status"). */
  role?: "alert" | "status";
  actions?: ReactNode;
  children?: ReactNode;
};

/** Something a person should know here: what happened, what was kept, what to do. */
export function Notice({ tone = "info", title, role, actions, children }: NoticeProps) {
  const { icon: Icon, style, ink } = tones[tone];
  return (
    <div role={role} className={classes("flex gap-3 rounded-md border px-4 py-3 text-sm", style)}>
      <Icon aria-hidden size={18} className={classes("mt-0.5 shrink-0", ink)} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="leading-relaxed">{children}</div>}
        {actions && <div className="mt-2.5 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
