import { textsOf } from '@pmm/portal-kit'
import kit from '@pmm/portal-kit/locales/fr.json'

const files = import.meta.glob<Record<string, unknown>>('../*/locales/fr.json', {
  eager: true,
  import: 'default',
})

export default textsOf({ kit }, files)
