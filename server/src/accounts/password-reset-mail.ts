import { sql } from 'kysely'
import { SECRETARIAT_HATS, anonymous, appendAudit, type Hat } from '#access'
import type { OutboxHandler } from '#platform'
import { linkMail, linkTo, type LinkTemplate } from './link-mail'
import type { Locale } from './locale'
import { newSecret } from './secret-token'

export const PASSWORD_RESET_TOPIC = 'mail.passwordReset'
const LINK_MINUTES = 60

/** Looks for the account a request names and sends it a link; a repetition voids the former link. */
export const sendPasswordReset: OutboxHandler = async ({ db, now, origin, post }, payload) => {
  if (!post) return
  const { token, hash } = newSecret()
  const until = new Date(now.getTime() + LINK_MINUTES * 60_000)
  const { rows } = await sql<{ personId: string; email: string; locale: Locale; role: Hat }>`
    select * from password_reset_begin(${String(payload['requestId'])}::uuid, ${hash}::bytea,
      ${now.toISOString()}::timestamptz, ${until.toISOString()}::timestamptz)`.execute(db)
  const [account] = rows
  if (!account) return
  await appendAudit(db, anonymous(now), 'outbox', now, [
    {
      action: 'passwordResetSend',
      objectType: 'Person',
      objectId: account.personId,
      administrationId: null,
    },
  ])
  const portal = SECRETARIAT_HATS.has(account.role) ? 'admin' : 'member'
  post(
    linkMail({
      to: account.email,
      locale: account.locale,
      template,
      link: linkTo(origin, portal, 'set-password', token),
    }),
  )
}

const template: LinkTemplate = {
  en: {
    subject: 'A new password for the PMM Platform',
    before: [
      'Somebody, probably you, has asked for a new password for your account on the PMM Platform. Set it here:',
    ],
    after: [
      'The link works once and for one hour. Asking again makes a new link and voids this one.',
      'If you did not ask, do nothing: your password stays as it is.',
    ],
  },
  fr: {
    subject: 'Un nouveau mot de passe pour la plateforme MMP',
    before: [
      'Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour votre compte sur la plateforme MMP. Choisissez-le ici :',
    ],
    after: [
      'Le lien ne sert qu’une fois et pendant une heure. Une nouvelle demande crée un autre lien et annule celui-ci.',
      'Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste inchangé.',
    ],
  },
}
