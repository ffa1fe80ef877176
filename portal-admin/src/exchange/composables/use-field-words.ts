import { useI18n } from 'vue-i18n'
import { fieldKeys } from '../field-words'

/** Words for a field of a file; what has none keeps the name it has there. */
export function useFieldWords(): (field: string) => string {
  const { t, te } = useI18n()
  const isKnown = (key: string) => te(key) || te(key, 'en')
  return (field) =>
    fieldKeys(field)
      .map((key, at) => (isKnown(key) ? t(key) : field.split('.')[at]))
      .join(', ')
}
