import kit from '@pmm/portal-kit/locales/fr.json'
import { textsByNoun } from './texts'

const files = import.meta.glob<Record<string, unknown>>('../*/locales/fr.json', {
  eager: true,
  import: 'default',
})

export default { kit, ...textsByNoun(files) }
