import { sql } from 'kysely'
import { SECRETARIAT_HATS, type Context, type Hat } from '#access'
import type { Db, OutboxHandler } from '#platform'
import { linkMail, type LinkTemplate } from './link-mail'
import type { Locale } from './locale'

export const SECURITY_NOTICE_TOPIC = 'mail.securityNotice'

export type SecurityEvent =
  | 'PASSWORD_SET'
  | 'SECOND_FACTOR_SET_UP'
  | 'SECOND_FACTOR_REMOVED'
  | 'SECOND_FACTOR_TAKEN_AWAY'
  | 'PASSWORD_LINK_GIVEN'
  | 'RECOVERY_CODE_USED'
  | 'IDENTITY_LINKED'

/**
 * Tells the person by mail that what opens the account has changed, so that a change by somebody else does
 * not go unnoticed. The worker finds it on its next round.
 */
export async function noteSecurity(
  db: Db,
  { services, now }: Context,
  personId: string,
  event: SecurityEvent,
): Promise<void> {
  if (!services.mailing.mailer) return
  const payload = JSON.stringify({ personId, event })
  await sql`select outbox_add(${services.ids.next()}::uuid, ${SECURITY_NOTICE_TOPIC}, ${payload}::jsonb,
    ${now.toISOString()}::timestamptz)`.execute(db)
}

export const sendSecurityNotice: OutboxHandler = async ({ db, post, origin }, payload) => {
  if (!post) return
  const { rows } = await sql<{ email: string; locale: Locale; role: Hat | null }>`
    select * from mail_recipient(${String(payload['personId'])}::uuid)`.execute(db)
  const [recipient] = rows
  if (!recipient) return
  const portal = recipient.role && SECRETARIAT_HATS.has(recipient.role) ? 'admin' : 'member'
  post(
    linkMail({
      to: recipient.email,
      locale: recipient.locale,
      template: noticeOf(payload['event'] as SecurityEvent),
      link: `${origin}/${portal}/settings/security`,
    }),
  )
}

const noticeOf = (event: SecurityEvent): LinkTemplate => ({
  en: {
    subject: 'Security of your account on the PMM Platform',
    before: [EVENTS[event].en, 'If this was you, or you asked for it, there is nothing to do.'],
    after: [
      'If it was not, set a new password at once by “Forgotten password” on the sign-in page, and tell your administrator.',
    ],
  },
  fr: {
    subject: 'Sécurité de votre compte sur la plateforme MMP',
    before: [
      EVENTS[event].fr,
      'Si c’était vous, ou si vous l’avez demandé, vous n’avez rien à faire.',
    ],
    after: [
      'Sinon, choisissez sans attendre un nouveau mot de passe par « Mot de passe oublié » sur la page de connexion, et prévenez votre administrateur.',
    ],
  },
})

const EVENTS: Readonly<Record<SecurityEvent, { readonly en: string; readonly fr: string }>> = {
  PASSWORD_SET: {
    en: 'The password of your account has been set. All other sessions have ended.',
    fr: 'Le mot de passe de votre compte a été défini. Toutes les autres sessions ont pris fin.',
  },
  SECOND_FACTOR_SET_UP: {
    en: 'An authenticator app has been set up for your account. All other sessions have ended.',
    fr: 'Une application d’authentification a été configurée pour votre compte. Toutes les autres sessions ont pris fin.',
  },
  SECOND_FACTOR_REMOVED: {
    en: 'The second factor has been removed from your account. All other sessions have ended.',
    fr: 'Le second facteur a été retiré de votre compte. Toutes les autres sessions ont pris fin.',
  },
  SECOND_FACTOR_TAKEN_AWAY: {
    en: 'An administrator has taken away the second factor of your account. All sessions have ended. Where your role needs one, the next sign-in asks you to set up another.',
    fr: 'Un administrateur a retiré le second facteur de votre compte. Toutes les sessions ont pris fin. Si votre rôle en exige un, la prochaine connexion vous demandera d’en configurer un autre.',
  },
  PASSWORD_LINK_GIVEN: {
    en: 'An administrator has made a link by which a new password can be set for your account, once and within 24 hours.',
    fr: 'Un administrateur a créé un lien permettant de définir un nouveau mot de passe pour votre compte, une seule fois et dans les 24 heures.',
  },
  RECOVERY_CODE_USED: {
    en: 'Somebody has signed in to your account with a recovery code.',
    fr: 'Quelqu’un s’est connecté à votre compte avec un code de secours.',
  },
  IDENTITY_LINKED: {
    en: 'Your account can now also be entered through your organisation’s sign-in.',
    fr: 'Votre compte est désormais aussi accessible par la connexion de votre organisation.',
  },
}
