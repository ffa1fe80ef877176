import accounts from './accounts/locales/fr.json'
import audit from './audit/locales/fr.json'
import kit from './locales/fr.json'
import notification from './notification/locales/fr.json'
import support from './support/locales/fr.json'

/** Texts of everything that stands in the portals of those who sign in. */
export default { kit, accounts, audit, notification, support }
