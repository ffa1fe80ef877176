import { textsOf } from '@pmm/portal-kit'
import kit from '@pmm/portal-kit/entrance-fr'
import app from './locales/fr.json'

export default textsOf(kit, { './locales/fr.json': app })
