import accounts from './accounts/locales/en.json'
import audit from './audit/locales/en.json'
import kit from './locales/en.json'
import notification from './notification/locales/en.json'
import support from './support/locales/en.json'

/** Texts of everything that stands in the portals of those who sign in. */
export default { kit, accounts, audit, notification, support }
