import { textsOf } from '@pmm/portal-kit'
import kit from '@pmm/portal-kit/entrance-en'
import app from './locales/en.json'

export default textsOf(kit, { './locales/en.json': app })
