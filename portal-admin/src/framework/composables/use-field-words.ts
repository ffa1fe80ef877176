import { useI18n } from 'vue-i18n'
import { partKey } from '../history-words'

/** Words for a field such as "name.fr" or "levels.3"; what has none keeps the name the server gave it. */
export function useFieldWords(): (field: string) => string {
  const { t, te } = useI18n()
  const isKnown = (key: string) => te(key) || te(key, 'en')
  return (field) => {
    const [name = field, ...rest] = field.replace(/^statement\./, '').split('.')
    const key = `framework.field.${name}`
    const part = rest.join('.')
    const partWords = partKey(part)
    // The name of a sample may hold a full stop of its own.
    if (!isKnown(key) && !partWords) return field
    const words = isKnown(key) ? t(key) : name
    return part === '' ? words : `${words}, ${partWords ? t(partWords) : part}`
  }
}
