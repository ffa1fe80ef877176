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
export { Hat, type Role } from './hat'
export { loadViewer } from './load-viewer'
export { Locale, LocaleArgs, localized, localizedOrNull, servedLocale, type Texts } from './locale'
export { hashPassword } from './password'
export { peopleById } from './people.rows'
export { PersonCard, cardOf } from './person-card.type'
export { Person } from './person.type'
export { Provenance, ProvenanceStatus, provenanceOf } from './provenance.type'
export { Region } from './region.type'
export { accountsResolvers } from './resolvers'
