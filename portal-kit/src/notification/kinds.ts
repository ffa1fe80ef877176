import type { NotificationKind } from '../generated/graphql'

type Workspace = 'MEMBER' | 'SECRETARIAT'
interface Kind {
  readonly kind: NotificationKind
  /** Whether its mail does not wait for the next morning. */
  readonly isUrgent: boolean
}

// Every kind, so that a new one cannot be left out of the settings unseen.
const KINDS: Readonly<
  Record<NotificationKind, { readonly to: readonly Workspace[]; readonly isUrgent?: true }>
> = {
  ASSIGNED: { to: ['MEMBER'], isUrgent: true },
  RETURNED: { to: ['MEMBER'], isUrgent: true },
  SENT_BACK: { to: ['MEMBER'], isUrgent: true },
  DUE_SOON: { to: ['MEMBER'], isUrgent: true },
  CYCLE_MESSAGE: { to: ['MEMBER'], isUrgent: true },
  UNASSIGNED: { to: ['MEMBER'] },
  APPROVAL_REQUESTED: { to: ['MEMBER'] },
  APPROVAL_TAKEN_BACK: { to: ['MEMBER'] },
  MENTIONED: { to: ['MEMBER'] },
  COMMENTED: { to: ['MEMBER', 'SECRETARIAT'] },
  CYCLE_DUE: { to: ['MEMBER'] },
  EXTENDED: { to: ['MEMBER'] },
  CYCLE_OPENED: { to: ['MEMBER'] },
  CYCLE_UNINVITED: { to: ['MEMBER'] },
  CYCLE_CLOSED: { to: ['MEMBER'] },
  ACCEPTED: { to: ['MEMBER'] },
  REOPEN_REQUESTED: { to: ['SECRETARIAT'] },
  REOPEN_DECLINED: { to: ['MEMBER'] },
  REOPENED: { to: ['MEMBER'] },
  WITHDRAWAL_PROPOSED: { to: ['MEMBER'] },
  WITHDRAWAL_TAKEN_BACK: { to: ['MEMBER'] },
  WITHDRAWAL_DECLINED: { to: ['MEMBER'] },
  SUBMITTED: { to: ['MEMBER', 'SECRETARIAT'] },
  WITHDRAWN: { to: ['MEMBER', 'SECRETARIAT'] },
}

/** Kinds that people of a workspace are told, the urgent ones first. */
export const kindsOf = (workspace: Workspace): readonly Kind[] =>
  (Object.keys(KINDS) as NotificationKind[]).flatMap((kind) => {
    const { to, isUrgent = false } = KINDS[kind]
    return to.includes(workspace) ? [{ kind, isUrgent }] : []
  })
