import { parseArgs } from "node:util";
import { startJobs } from "../jobs";
import { readyDatabase } from "../readyDatabase";
import { sessionSecret } from "../sessionSecret";
import { dataDir, publicAddress } from "../settings";

export const usage = `Usage: stet worker

Runs jobs (e-mail digests, webhooks) in this process until Ctrl-C. "stet start" does that by itself unless
STET_WORKER=0; any number of workers may run beside each other on one database.

  NEXTAUTH_URL     the address that people use: links in e-mail lead there
  STET_SMTP_URL, STET_MAIL_FROM   where e-mail goes out, and under which address`;

export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const { url, role, notice, release } = await readyDatabase();
  if (notice !== null) console.warn(notice);
  Object.assign(process.env, {
    NEXTAUTH_URL: publicAddress(),
    NEXTAUTH_SECRET: await sessionSecret(dataDir()),
  });
  try {
    const worker = await startJobs(url, role);
    console.log("Working on jobs (Ctrl-C stops).");
    await new Promise<void>((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
    });
    await worker.stop();
    return 0;
  } finally {
    await release();
  }
}
