import { createTransport } from "nodemailer";

export type Mail = {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** The same for every try, so that mail servers know a repetition. */
  messageId: string;
  unsubscribe: string;
};

/** Hands one e-mail to the mail server; rejects when it does not take it. */
export async function sendMail({ url, from }: { url: string; from: string }, mail: Mail): Promise<void> {
  const transport = createTransport({
    ...{ url, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  const { unsubscribe, ...rest } = mail;
  try {
    await transport.sendMail({
      ...{ from, ...rest },
      // https://www.rfc-editor.org/rfc/rfc8058: one click, no further question.
      headers: {
        "List-Unsubscribe": `<${unsubscribe}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
      },
    });
  } finally {
    transport.close();
  }
}
