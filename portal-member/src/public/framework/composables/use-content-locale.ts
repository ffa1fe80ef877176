import { useFormat } from '@pmm/portal-kit'
import { computed } from 'vue'
import type { Locale } from '../../generated/graphql'

/** Language of the portal as the API names it. */
export function useContentLocale() {
  const { locale } = useFormat()
  return computed<Locale>(() => (locale.value === 'fr' ? 'FR' : 'EN'))
}
