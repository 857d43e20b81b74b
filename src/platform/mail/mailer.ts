import { createTransport } from 'nodemailer';

/** One mail in plain text. */
export type Mail = {
  /** The same for the same mail whenever it is tried: a mailbox that gets it twice can tell. */
  readonly id: string;
  readonly to: string;
  readonly language: string;
  readonly title: string;
  readonly content: string;
};

/** Resolves when the server has taken the mail; throws what it said otherwise. */
export type Mailer = { send(mail: Mail): Promise<void>; close(): void };

/** A server that answers nothing for so long is taken for dead, in milliseconds. */
const longestSilence = 10_000;

/** Mail through the server of SMTP_URL, from the address of MAIL_FROM. */
export function openMailer({ url, from }: { readonly url: string; readonly from: string }): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: longestSilence,
    greetingTimeout: longestSilence,
    socketTimeout: longestSilence,
    // Mails are made of texts alone: none may name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    send: async ({ id, to, language, title, content }) => {
      await transport.sendMail({
        from,
        to,
        subject: title,
        text: content,
        messageId: `<${id}@${domain}>`,
        // Nobody answers, and no machine should (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
      });
    },
    close: () => transport.close(),
  };
}
