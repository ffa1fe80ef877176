import audit from './audit/locales/fr.json'
import backing from './backing/locales/fr.json'
import changes from './changes/locales/fr.json'
import discussion from './discussion/locales/fr.json'
import notification from './notification/locales/fr.json'

/** Texts of everything else that stands in the portals of those who sign in. */
export default { audit, backing, changes, discussion, notification }
