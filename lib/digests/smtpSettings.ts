/** Where e-mail goes out: `STET_SMTP_URL` (smtp://user:password@host:587) and `STET_MAIL_FROM`; null without both. */
export function smtpSettings(): { url: string; from: string } | null {
  const { STET_SMTP_URL: url, STET_MAIL_FROM: from } = process.env;
  return url && from ? { url, from } : null;
}
