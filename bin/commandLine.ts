/**
 * The command-line frame: finds the command, loads it, turns what it throws into a sentence and an exit code.
 *
 * To add a command NAME: write `bin/commands/NAME.ts` that exports
 *   `usage: string`                                — shown by `stet NAME --help` and after a wrong use
 *   `run(args: string[]): Promise<number>`         — args as node:util `parseArgs` takes them; resolves to the exit code
 * and add a line to `commands` below, with `client: true` if it (or what it imports) uses lib/db/client. Throw
 * `Refusal` for a refusal with its reason (exit 1), `WrongUsage` for arguments that make no sense (exit 2); errors
 * of `parseArgs` count as wrong usage by themselves. For a database, see bin/readyDatabase.ts.
 */

import { ensureGenerated } from "./generate";
import { Refusal, WrongUsage } from "./outcome";

/** What a module in bin/commands exports. */
export type Command = { usage: string; run: (args: string[]) => Promise<number> };

type Listed = { summary: string; client?: boolean; load: () => Promise<Command> };

const commands: Record<string, Listed> = {
  start: {
    summary: "install, start the database, migrate, build and serve",
    load: () => import("./commands/start"),
  },
  worker: {
    summary: "run jobs in a process of their own (mail, webhooks)",
    client: true,
    load: () => import("./commands/worker"),
  },
  build: {
    summary: "build for production, if the sources changed",
    load: () => import("./commands/build"),
  },
  import: {
    summary: "add plain text or HTML files to a dossier",
    client: true,
    load: () => import("./commands/import"),
  },
  export: {
    summary: "write a report as a file",
    client: true,
    load: () => import("./commands/export"),
  },
  verify: {
    summary: "say offline whether a report or journal is what was signed",
    client: true,
    load: () => import("./commands/verify"),
  },
  keys: {
    summary: "list the signing keys, or change to a new one",
    client: true,
    load: () => import("./commands/keys"),
  },
  audit: {
    summary: "check the whole database against its journals and their checkpoints",
    client: true,
    load: () => import("./commands/audit"),
  },
  checkpoint: {
    summary: "sign how far every journal has come, now",
    client: true,
    load: () => import("./commands/checkpoint"),
  },
  token: {
    summary: "make a bearer token for the API",
    client: true,
    load: () => import("./commands/token"),
  },
  user: {
    summary: "make an account, or disable one",
    client: true,
    load: () => import("./commands/user"),
  },
  bench: {
    summary: "measure beside the peers (for developers)",
    client: true,
    load: () => import("./commands/bench"),
  },
  migration: {
    summary: "write the migration from the last schema to today's (for developers)",
    load: () => import("./commands/migration"),
  },
};

/** Runs one command. Exit codes: 0 done, 1 refused or failed with the reason on stderr, 2 wrong usage. */
export async function runCommandLine(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    console.log(overview());
    return name === undefined ? 2 : 0;
  }
  const listed = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (listed === undefined) {
    console.error(`stet: there is no command "${name}".\n\n${overview()}`);
    return 2;
  }
  if (listed.client) await ensureGenerated();
  const command = await listed.load();
  if (rest.includes("--help") || rest.includes("-h")) {
    console.log(command.usage);
    return 0;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    return report(name, command, error);
  }
}

function report(name: string, command: Command, error: unknown): number {
  if (error instanceof WrongUsage || isParseArgsError(error)) {
    console.error(`stet ${name}: ${error.message}\n\n${command.usage}`);
    return 2;
  }
  if (error instanceof Refusal) console.error(`stet ${name}: ${error.message}`);
  else console.error(`stet ${name} failed:`, error);
  return 1;
}

function isParseArgsError(error: unknown): error is Error & { code: string } {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    error.code.startsWith("ERR_PARSE_ARGS")
  );
}

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: stet COMMAND [OPTIONS]\n\n${lines.join("\n")}\n\nstet COMMAND --help says more about one of them.`;
}
