/**
 * The register of administrations and regions, people and their hats, and who is asking: sessions,
 * tokens and sign-in.
 */
export {
  allRegions,
  administrationsByCode,
  administrationsById,
  regionsByCode,
} from './administration.rows'
export { Administration, AdministrationType, Geography, IncomeGroup } from './administration.type'
export {
  adminLine,
  answerAdminRequest,
  parseAdminWords,
  runAdminCommand,
  type AdminAnswer,
} from './admin-command'
export { tokenOfClient } from './client-token'
export { createAdministrator } from './create-administrator'
export { deviceOf } from './device'
export { accountsHandlers, clearSignIn } from './handlers'
export { Hat, type Role } from './hat'
export {
  isTicketOf,
  keptWay,
  linkIdentity,
  setOut,
  signInAs,
  takeAnswer,
  type IdentityOutcome,
  type Portal,
} from './identity-sign-in'
/*
 * Links that work once, in a mail: the command records what is wanted and says
 * `later('mail.<topic>', { id })`, without a secret. The handler of the topic, in the worker, returns at
 * once when `post` is null; else it makes `newSecret()`, stores `hash` in the table of its purpose in place
 * of the former one, and calls `post(linkMail({ to, locale, template, link, facts }))` with
 * `link = linkTo(origin, portal, page, token)`. A repetition makes a new secret and voids the former. Whoever
 * opens the link sends the token; `isSecret` and `hashOfSecret` look it up.
 * Where `services.mailing.mailer` is null, the command itself makes the secret and returns the link once.
 */
export { linkMail, linkTo, type LinkMail, type LinkTemplate } from './link-mail'
export { Locale, LocaleArgs, localized, localizedOrNull, servedLocale, type Texts } from './locale'
export { newSecret, hashOfSecret, isSecret } from './secret-token'
export { organisationName } from './organisation'
export { hashPassword, passwordProblems } from './password'
export { enterSession, type OpenedSession } from './open-session'
export { identify, loadViewer, viewerOfSession } from './load-viewer'
export { ensureAlone } from './sign-in-scope'
export { peopleById, personAmong } from './people.rows'
export { PersonCard, cardOf } from './person-card.type'
export { Person, PersonStatus } from './person.type'
export { staleness } from './proof'
export { Provenance, ProvenanceStatus, provenanceOf } from './provenance.type'
export { Region } from './region.type'
export { accountsResolvers } from './resolvers'
export { signInMutations } from './sign-in-mutations'
export { endSupportView } from './support-session'
export { SessionPayload, ViewerCard } from './viewer.type'
export { Workspace, workspaceOf } from './workspace'
export { sealingKeyFits } from './sealing-key'
export { noteSecurity, type SecurityEvent } from './security-notice'
