import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "@fontsource-variable/noto-naskh-arabic/wght.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Toaster } from "@/lib/ui/Toaster";

export const metadata: Metadata = {
  title: { default: "Stet", template: "%s · Stet" },
  description: "A fact-checking desk in the browser",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

/** The chosen theme comes from a cookie, so that the first paint is right without a script. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get("theme")?.value;
  return (
    <html lang="en" data-theme={theme === "light" || theme === "dark" ? theme : undefined}>
      <body>
        {children}
        <Toaster />
      </body>
    </html>
  );
}
