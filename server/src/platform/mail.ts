import type { MailAddress, MailServer } from './mail-settings'

/** One mail to one person: plain text, links instead of content, never a figure. */
export interface Mail {
  /** The bare address. */
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Language of subject and text. */
  readonly language: 'en' | 'fr'
}

export interface Mailer {
  /** Hands a mail to the mail server; fails when the server does not take it. */
  send(mail: Mail): Promise<void>
}

export interface MailSettings {
  readonly server: MailServer
  readonly from: MailAddress
}

// A stop waits for the mail on its way, and the process is killed after thirty seconds.
const PATIENCE = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 }

/** Sends over SMTP; the library is loaded with the first mail. */
export function createMailer({ server, from }: MailSettings): Mailer {
  return {
    send: async ({ to, subject, text, language }) => {
      const { createTransport } = await import('nodemailer')
      const transport = createTransport({
        host: server.host,
        port: server.port,
        secure: server.isEncrypted,
        requireTLS: server.mustEncrypt,
        ...(server.login && { auth: { user: server.login.user, pass: server.login.password } }),
        ...PATIENCE,
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      try {
        await transport.sendMail({
          from,
          // As an object: a text would be read as a list of addresses.
          to: { name: '', address: to },
          subject: subject.replace(/\s+/g, ' ').trim(),
          text,
          headers: { 'auto-submitted': 'auto-generated', 'content-language': language },
        })
      } finally {
        transport.close()
      }
    },
  }
}
