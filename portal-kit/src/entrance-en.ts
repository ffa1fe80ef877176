import accounts from './accounts/locales/en.json'
import kit from './locales/en.json'
import support from './support/locales/en.json'

/** Texts of the pages before a portal, and of the kit that stands on all of them. */
export default { kit, accounts, support }
