import { sql } from 'kysely'
import { SECRETARIAT_HATS, type Hat } from '#access'
import { linkMail, type LinkTemplate, type Locale } from '#accounts'
import type { OutboxHandler } from '#platform'

export const SUPPORT_NOTICE_TOPIC = 'mail.supportView'

/** Tells a person by mail that an administrator looks at what they see. */
export const mailSupportNotice: OutboxHandler = async ({ db, origin, post }, payload) => {
  if (!post) return
  const { rows } = await sql<{ email: string; locale: Locale; role: Hat | null; viewer: string }>`
    select m.email, m.locale, m.role, p.name as viewer from support_view v
    join person p on p.id = v.viewer_id cross join lateral mail_recipient(v.person_id) m
    where v.id = ${String(payload['viewId'])}::uuid`.execute(db)
  const [recipient] = rows
  if (!recipient) return
  const { email, locale, role, viewer } = recipient
  const portal = role && SECRETARIAT_HATS.has(role) ? 'admin' : 'member'
  post(
    linkMail({
      to: email,
      locale,
      template: NOTICE,
      link: `${origin}/${portal}/settings`,
      facts: { viewer },
    }),
  )
}

const NOTICE: LinkTemplate = {
  en: {
    subject: 'Support is looking at what you see on the PMM Platform',
    before: [
      '{viewer} of the secretariat has begun to look at what you see, as you allowed by opening support access.',
      'The look changes nothing, lasts 15 minutes at most and stands in the log of your administration. You end it at once by closing support access in your settings:',
    ],
    after: ['If you did not open support access, close it there and tell your coordinator.'],
  },
  fr: {
    subject: 'L’assistance consulte ce que vous voyez sur la plateforme MMP',
    before: [
      '{viewer}, du secrétariat, a commencé à consulter ce que vous voyez, comme vous l’avez permis en ouvrant l’accès d’assistance.',
      'Cette consultation ne modifie rien, dure 15 minutes au plus et figure au journal de votre administration. Vous y mettez fin aussitôt en fermant l’accès d’assistance dans vos paramètres :',
    ],
    after: [
      'Si vous n’avez pas ouvert l’accès d’assistance, fermez-le au même endroit et prévenez votre coordonnateur.',
    ],
  },
}
