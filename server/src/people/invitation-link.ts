import { sql } from 'kysely'
import type { Context, CommandScope } from '#access'
import {
  linkMail,
  linkTo,
  newSecret,
  organisationName,
  type LinkTemplate,
  type Locale,
  type Role,
  type Texts,
} from '#accounts'
import type { OutboxHandler } from '#platform'
import { roleNames } from './role-names'
import { SECRETARIAT_ROLES } from './roles'

export const INVITATION_TOPIC = 'mail.invitation'
const VALID_HOURS = 24

/** Until when an invitation sent now can be accepted. */
export const invitationEnds = (now: Date): Date =>
  new Date(now.getTime() + VALID_HOURS * 60 * 60 * 1000)

/** Portal in which the roles of an invitation have their work. */
const portalOf = (roles: readonly Role[]) =>
  roles.some((role) => SECRETARIAT_ROLES.includes(role)) ? 'admin' : 'member'

/** Sends the link by mail, or shows it this once to whoever acts where no mail can be sent. */
export async function giveLink(
  { services }: Context,
  { db, now, later, once }: CommandScope,
  invitation: { readonly id: string; readonly roles: readonly Role[] },
): Promise<void> {
  if (services.mailing.mailer) return later(INVITATION_TOPIC, { id: invitation.id })
  const { token, hash } = newSecret()
  await sql`select invitation_link_give(${hash}::bytea, ${invitation.id}::uuid, ${now.toISOString()}::timestamptz,
    ${invitationEnds(now).toISOString()}::timestamptz)`.execute(db)
  once({ link: linkTo(services.mailing.origin, portalOf(invitation.roles), 'invitation', token) })
}

interface WaitingInvitation {
  readonly email: string
  readonly name: string
  readonly locale: Locale
  readonly roles: readonly Role[]
  readonly expiresAt: string
  readonly inviter: string
  readonly administrationName: Texts | null
}

/** Writes to the invited, unless the invitation stands no more; each mail carries a link of its own. */
export const mailInvitation: OutboxHandler = async ({ db, now, origin, post }, payload) => {
  if (!post) return
  const id = String(payload['id'])
  const { rows } = await sql<WaitingInvitation>`
    select i.email, i.name, i.locale, i.roles, i.expires_at, p.name as inviter, a.name as administration_name
    from invitation i join person p on p.id = i.invited_by left join administration a on a.id = i.administration_id
    where i.id = ${id}::uuid and i.accepted_at is null and i.revoked_at is null
      and i.expires_at > ${now.toISOString()}::timestamptz and inviter_stands(i.inviter_role_id)`.execute(
    db,
  )
  const [invitation] = rows
  if (!invitation) return
  const { email, name, locale, roles, inviter, administrationName, expiresAt } = invitation
  const { token, hash } = newSecret()
  await sql`select invitation_link_replace(${hash}::bytea, ${id}::uuid, ${now.toISOString()}::timestamptz,
    ${expiresAt}::timestamptz)`.execute(db)
  post(
    linkMail({
      to: email,
      locale,
      template: INVITATION,
      link: linkTo(origin, portalOf(roles), 'invitation', token),
      facts: {
        name,
        inviter,
        organisation: organisationName(roles[0] ?? null, administrationName, locale),
        roles: roleNames(roles, locale),
      },
    }),
  )
}

const INVITATION: LinkTemplate = {
  en: {
    subject: 'Invitation to the PMM Platform: {organisation}',
    before: [
      'Dear {name},',
      '{inviter} invites you to take part in the Performance Measurement Mechanism for {organisation}, as {roles}.',
      'Open this link to accept. It works once and for 24 hours:',
    ],
    after: [
      'If you did not expect this, leave it: nothing happens until the link is opened, and {inviter} can call it off.',
    ],
  },
  fr: {
    subject: 'Invitation à la plateforme MMP : {organisation}',
    before: [
      'Bonjour {name},',
      '{inviter} vous invite à participer au Mécanisme de mesure de la performance pour {organisation}, en tant que {roles}.',
      'Ouvrez ce lien pour accepter. Il fonctionne une fois et pendant 24 heures :',
    ],
    after: [
      'Si vous n’attendiez pas ce message, ignorez-le : rien ne se passe tant que le lien n’est pas ouvert, et {inviter} peut annuler l’invitation.',
    ],
  },
}
