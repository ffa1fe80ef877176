import kit from '@pmm/portal-kit/locales/en.json'
import { textsByNoun } from './texts'

const files = import.meta.glob<Record<string, unknown>>('../*/locales/en.json', {
  eager: true,
  import: 'default',
})

export default { kit, ...textsByNoun(files) }
