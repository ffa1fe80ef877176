import { textsOf } from '@pmm/portal-kit'
import kit from '@pmm/portal-kit/texts-en'

const files = import.meta.glob<Record<string, unknown>>(
  ['../*/locales/en.json', '!./locales/en.json'],
  { eager: true, import: 'default' },
)

export default textsOf(kit, files)
