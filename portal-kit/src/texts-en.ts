import audit from './audit/locales/en.json'
import backing from './backing/locales/en.json'
import changes from './changes/locales/en.json'
import discussion from './discussion/locales/en.json'
import notification from './notification/locales/en.json'

/** Texts of everything else that stands in the portals of those who sign in. */
export default { audit, backing, changes, discussion, notification }
