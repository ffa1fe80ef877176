import { sql } from 'kysely'
import { SECRETARIAT_HATS, type Hat } from '#access'
import { linkMail, type LinkTemplate, type Locale } from '#accounts'
import type { DueHandler, OutboxHandler } from '#platform'
import type { NotificationKind } from './enums'
import { dueDay, headingOf, sentenceOf } from './sentences'

export const NOTIFICATION_MAIL_TOPIC = 'mail.notifications'

/** Puts what is due into mails, one for each person; the handler below words them. */
export const takeNotificationMails: DueHandler = async ({ db, now }) => {
  await sql`select notification_mail_take(${now.toISOString()}::timestamptz)`.execute(db)
}

/** What is assigned is due on a day, whatever the clock of the reader says. */
const OF_A_DAY: readonly NotificationKind[] = ['ASSIGNED', 'DUE_SOON']

interface Line {
  readonly email: string
  readonly locale: Locale
  readonly role: Hat
  readonly kind: NotificationKind
  readonly administration: string | null
  readonly cycle: string | null
  readonly kpiCodes: readonly string[]
  readonly elementNames: readonly string[]
  readonly dueAt: Date | string | null
  readonly timeZone: string | null
  /** Words of a message of the secretariat, in the language of the person. */
  readonly subject: string | null
  readonly body: string | null
}

/** What is still true at the moment of sending: not read meanwhile, and the role still held. */
export const sendNotificationMail: OutboxHandler = async ({ db, post, origin }, payload) => {
  if (!post) return
  const { rows } = await sql<Line>`
    select * from notification_mail_read(${String(payload['mailId'])}::uuid)`.execute(db)
  const [first] = rows
  if (!first) return
  const portals = new Set(rows.map(({ role }) => (SECRETARIAT_HATS.has(role) ? 'admin' : 'member')))
  const [link, ...others] = [...portals].map((portal) => `${origin}/${portal}/inbox`)
  post(
    linkMail({
      to: first.email,
      locale: first.locale,
      template: templateOf(rows, others),
      link: link!,
      facts: factsOf(rows),
    }),
  )
}

function templateOf(lines: readonly Line[], others: readonly string[]): LinkTemplate {
  const words = (language: 'en' | 'fr') => {
    const said = lines.map((line, at) => {
      const zone = OF_A_DAY.includes(line.kind) ? 'UTC' : (line.timeZone ?? 'UTC')
      const due = line.dueAt ? dueDay(line.dueAt, language, zone) : null
      const sentence = `- ${sentenceOf(language, { ...line, due })}`
      return line.body === null ? sentence : `${sentence}\n\n{subject${at}}\n\n{body${at}}\n`
    })
    return {
      subject: SUBJECT[language](lines),
      before: [SALUTATION[language], said.join('\n').trimEnd(), OPEN[language]],
      after: [...others, SETTINGS[language]],
    }
  }
  return { en: words('en'), fr: words('fr') }
}

// Words of others are facts of a template, so that nothing in them is taken for one.
const factsOf = (lines: readonly Line[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    lines.flatMap(({ subject, body }, at) =>
      body === null
        ? []
        : [
            [`subject${at}`, subject ?? ''],
            [`body${at}`, body],
          ],
    ),
  )

const SUBJECT = {
  en: ([first, ...others]: readonly Line[]) =>
    others.length === 0
      ? `PMM: ${first!.body === null ? headingOf('en', first!) : '{subject0}'}`
      : `PMM: ${others.length + 1} notifications`,
  fr: ([first, ...others]: readonly Line[]) =>
    others.length === 0
      ? `MMP : ${first!.body === null ? headingOf('fr', first!) : '{subject0}'}`
      : `MMP : ${others.length + 1} notifications`,
}
const SALUTATION = {
  en: 'This has happened on the PMM Platform:',
  fr: 'Voici ce qui s’est passé sur la plateforme MMP :',
}
const OPEN = {
  en: 'Your inbox has it all, with a way to each thing:',
  fr: 'Votre boîte de réception réunit le tout, avec un lien vers chaque élément :',
}
const SETTINGS = {
  en: 'Which mails you get, and at what hours, you choose in the settings of your account.',
  fr: 'Vous choisissez dans les réglages de votre compte les messages à recevoir et à quelles heures.',
}
