import { useFormat } from '@pmm/portal-kit'
import { computed } from 'vue'

/** Language of the portal as the server names it, for the `locale` of text fields. */
export function useLanguage() {
  const { locale } = useFormat()
  return computed<'EN' | 'FR'>(() => (locale.value === 'fr' ? 'FR' : 'EN'))
}
