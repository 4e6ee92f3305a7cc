"use client";

import { Check, LogOut, MonitorSmartphone, Moon, Settings, Sun } from "lucide-react";
import Link from "next/link";
import { signOut } from "next-auth/react";
import { useState } from "react";
import { toast } from "sonner";
import { api } from "@/lib/http/client";
import { Avatar } from "@/lib/ui/Avatar";
import { Button } from "@/lib/ui/Button";
import { ConfirmDialog } from "@/lib/ui/ConfirmDialog";
import { Menu, MenuItem, MenuLabel, MenuLine } from "@/lib/ui/Menu";
import { useAction } from "../useAction";
import { chooseTheme, useTheme } from "./chosenTheme";
import { forgetPerson } from "./forgetPerson";
import type { Theme } from "./themeChosen";

const themes = [
  { value: "system", label: "As the system", icon: MonitorSmartphone },
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
] as const;

/** Who is signed in, how Stet looks here, and the ways out. */
export function AccountMenu(props: { userId: string; name: string; email: string; theme: Theme }) {
  const { userId, name, email, theme } = props;
  const shown = useTheme(theme);
  const [asking, setAsking] = useState(false);
  const { run } = useAction();

  async function leave() {
    await forgetPerson(userId);
    await signOut({ callbackUrl: "/sign-in" });
  }

  async function leaveEverywhere() {
    const done = await run(async () => {
      await api.delete("/api/account/sessions");
      return true;
    });
    if (done) await leave();
    else toast.error("You are still signed in: Stet did not answer. Try again.");
  }

  return (
    <>
      <Menu
        trigger={
          <Button look="quiet" aria-label={`Account of ${name}`} className="max-w-[50vw]">
            <Avatar name={name} />
            <span className="hidden truncate sm:inline">{name}</span>
          </Button>
        }
      >
        <MenuLabel>
          <span className="block font-medium text-ink">{name}</span>
          {email}
        </MenuLabel>
        <MenuLine />
        {themes.map(({ value, label, icon: Icon }) => (
          <MenuItem key={value} onSelect={() => chooseTheme(value)}>
            <Icon aria-hidden size={16} />
            <span className="flex-1">{label}</span>
            {shown === value && <Check aria-label="chosen" size={16} />}
          </MenuItem>
        ))}
        <MenuLine />
        <MenuItem asChild>
          <Link href="/settings">
            <Settings aria-hidden size={16} /> Settings and keys
          </Link>
        </MenuItem>
        <MenuItem onSelect={() => void leave()}>
          <LogOut aria-hidden size={16} /> Sign out
        </MenuItem>
        <MenuItem onSelect={() => setAsking(true)}>
          <LogOut aria-hidden size={16} /> Sign out everywhere…
        </MenuItem>
      </Menu>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Sign out everywhere?"
        confirm="Sign out everywhere"
        onConfirm={leaveEverywhere}
      >
        Every browser you are signed in with, this one too, asks for the password again. Nothing you saved is
        lost; access tokens for programs stay.
      </ConfirmDialog>
    </>
  );
}
