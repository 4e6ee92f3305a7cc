import Link from "next/link";
import type { ReactNode } from "react";
import { pageContext } from "@/lib/auth/pages";
import { countUnread } from "@/lib/inbox/queries";
import { PreferencesProvider } from "@/lib/preferences/PreferencesProvider";
import { readPreferences } from "@/lib/preferences/queries";
import { Wordmark } from "../Wordmark";
import { AccountMenu } from "./AccountMenu";
import { earlyKeysScript } from "./earlyKeys";
import { InboxBell } from "./InboxBell";
import { OfflineLinks } from "./OfflineLinks";
import { themeChosen } from "./themeChosen";
import { WaitingElsewhere } from "./WaitingElsewhere";

/** The frame of everything behind the sign-in. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const context = await pageContext();
  const { caller } = context;
  const { unread } = await countUnread(context);
  return (
    <div className="flex min-h-dvh flex-col">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own words, none of anyone's input */}
      <script dangerouslySetInnerHTML={{ __html: earlyKeysScript }} />
      <a
        href="#main"
        className="sr-only z-50 rounded bg-surface px-3 py-2 focus:not-sr-only focus:absolute focus:start-2 focus:top-2"
      >
        Skip to the content
      </a>
      <header className="flex h-13 shrink-0 items-center gap-5 border-b border-line bg-surface px-4 sm:px-6">
        <Link href="/dossiers" className="rounded" aria-label="Stet, to your dossiers">
          <Wordmark />
        </Link>
        <nav aria-label="Main" className="flex flex-1 gap-4 text-sm">
          <Link href="/dossiers" className="rounded font-medium text-soft hover:text-ink">
            Dossiers
          </Link>
          <Link href="/verify" className="rounded font-medium text-soft hover:text-ink">
            Verify
          </Link>
        </nav>
        <InboxBell initial={unread} />
        <AccountMenu userId={caller.id} name={caller.name} email={caller.email} theme={await themeChosen()} />
      </header>
      <OfflineLinks />
      <WaitingElsewhere userId={caller.id} />
      <main id="main" tabIndex={-1} className="min-h-0 flex-1 outline-none">
        <PreferencesProvider userId={caller.id} initial={await readPreferences(context)}>
          {children}
        </PreferencesProvider>
      </main>
    </div>
  );
}
