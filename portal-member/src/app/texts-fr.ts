import { textsOf } from '@pmm/portal-kit'
import kit from '@pmm/portal-kit/texts-fr'

const files = import.meta.glob<Record<string, unknown>>(
  ['../*/locales/fr.json', '!./locales/fr.json'],
  { eager: true, import: 'default' },
)

export default textsOf(kit, files)
