import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A real mail server on this machine that keeps what it is given, or refuses it when told to. */
export type Mailbox = { url: string; mails: string[]; refuses: boolean; close(): Promise<void> };

export async function openMailbox(): Promise<Mailbox> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, _session, callback) {
      let raw = "";
      stream.on("data", (chunk) => {
        raw += chunk;
      });
      stream.on("end", () => {
        if (mailbox.refuses) return callback(new Error("Come back later"));
        mailbox.mails.push(raw);
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  const mailbox: Mailbox = { url: `smtp://127.0.0.1:${port}`, mails: [], refuses: false, close };
  return mailbox;
}

/** A header of a raw e-mail, its lines unfolded; "" when it has none. */
export function headerOf(raw: string, name: string): string {
  const head = (raw.split("\r\n\r\n")[0] ?? "").replace(/\r\n[ \t]+/g, " ");
  return head.match(new RegExp(`^${name}: (.*)$`, "im"))?.[1] ?? "";
}
