import { computed } from 'vue'
import { useFormat } from '../use-format'

/** Names of languages in the words of the reader. */
export function useLanguageName() {
  const format = useFormat()
  const names = computed(() => new Intl.DisplayNames([format.locale.value], { type: 'language' }))

  return (code: string): string => {
    try {
      return names.value.of(code) ?? code
    } catch {
      return code
    }
  }
}
