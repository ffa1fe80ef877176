import { allow, deny, firstDenial, wears, type Permission, type Viewer } from '#access'
import type { ApiClientStatus } from './api-client.type'

/** What the rules on a partner's client look at. */
export interface ApiClientFacts {
  readonly status: ApiClientStatus
  /** The officer who proposed it, or whoever answers for it. */
  readonly personId: string | null
  readonly isExpired: boolean
  readonly validTokenCount: number
}

/** May the viewer propose a partner's client? */
export const canProposeClient = (viewer: Viewer): Permission =>
  wears(viewer, 'CYCLE_OFFICER')
    ? allow
    : deny('WRONG_HAT', 'A cycle officer proposes partners; the administrator grants.')

/** May the viewer grant access to a new client, or to the one proposed? */
export const canGrantClient = (viewer: Viewer, client: ApiClientFacts | null): Permission =>
  firstDenial(
    isAdministrator(viewer),
    () => (client === null ? allow : isIn(client, 'PROPOSED', 'Only a proposal can be granted.')),
    () =>
      client !== null && client.personId === viewer.personId
        ? deny('SECOND_PERSON', 'Another person than the one who proposed it must grant it.')
        : allow,
  )

/** May the viewer decline the proposal? */
export const canDeclineClient = (viewer: Viewer, client: ApiClientFacts): Permission =>
  firstDenial(isAdministrator(viewer), () =>
    isIn(client, 'PROPOSED', 'Only a proposal can be declined.'),
  )

/** May the viewer change what was granted? */
export const canUpdateClient = (viewer: Viewer, client: ApiClientFacts): Permission =>
  firstDenial(isAdministrator(viewer), () =>
    isIn(client, 'GRANTED', 'Only a granted access can be changed.'),
  )

/** May the viewer take the access back? */
export const canRevokeClient = (viewer: Viewer, client: ApiClientFacts): Permission =>
  firstDenial(isAdministrator(viewer), () =>
    isIn(client, 'GRANTED', 'Only a granted access can be revoked.'),
  )

/** May the viewer issue a token where there is none? */
export const canIssueToken = (viewer: Viewer, client: ApiClientFacts): Permission =>
  firstDenial(
    () => canHaveTokens(viewer, client),
    () =>
      client.validTokenCount === 0
        ? allow
        : deny('WRONG_STATE', 'A token is valid already; put a new one in its place.'),
  )

/** May the viewer put a new token in place of the present one? */
export const canRotateToken = (viewer: Viewer, client: ApiClientFacts): Permission =>
  firstDenial(
    () => canHaveTokens(viewer, client),
    () => {
      if (client.validTokenCount === 0) return deny('NOT_READY', 'There is no valid token yet.')
      return client.validTokenCount === 1
        ? allow
        : deny('WRONG_STATE', 'Two tokens are valid; let one end or revoke it first.')
    },
  )

/** May the viewer end a token at once? */
export const canRevokeToken = (viewer: Viewer, token: { readonly isValid: boolean }): Permission =>
  firstDenial(isAdministrator(viewer), () =>
    token.isValid ? allow : deny('WRONG_STATE', 'This token is not valid any more.'),
  )

const isAdministrator = (viewer: Viewer): Permission =>
  wears(viewer, 'ADMINISTRATOR')
    ? allow
    : deny('WRONG_HAT', 'Only the administrator grants access to partners.')

const isIn = (client: ApiClientFacts, status: ApiClientStatus, words: string): Permission =>
  client.status === status ? allow : deny('WRONG_STATE', words)

const canHaveTokens = (viewer: Viewer, client: ApiClientFacts): Permission =>
  firstDenial(
    isAdministrator(viewer),
    () => isIn(client, 'GRANTED', 'Only a granted client has tokens.'),
    () =>
      client.isExpired ? deny('OUT_OF_TIME', 'The access has expired; extend it first.') : allow,
  )
