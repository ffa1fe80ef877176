import { textsOf } from '@pmm/portal-kit'
import kit from '@pmm/portal-kit/locales/en.json'

const files = import.meta.glob<Record<string, unknown>>('../*/locales/en.json', {
  eager: true,
  import: 'default',
})

export default textsOf({ kit }, files)
