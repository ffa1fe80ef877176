import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Locale } from '../../generated/graphql'

/** The language of the portal as the API names it, for texts of the framework. */
export function useContentLocale() {
  const { locale } = useI18n()
  return computed<Locale>(() => (locale.value === 'fr' ? 'FR' : 'EN'))
}
