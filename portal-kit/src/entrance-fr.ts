import accounts from './accounts/locales/fr.json'
import kit from './locales/fr.json'
import support from './support/locales/fr.json'

/** Texts of the pages before a portal, and of the kit that stands on all of them. */
export default { kit, accounts, support }
