import { useI18n } from 'vue-i18n'

/** Units come in English from the catalogue; the portal words the ones it knows in the viewer's language. */
export function useUnit(): (unit: string) => string {
  const { t, te } = useI18n()
  return (unit) => {
    // A bare count has no unit to write beside it.
    if (unit === 'count') return ''
    const key = `assessment.unit.${unit.replaceAll(/[^a-z0-9%]+/gi, '-').replace('%', 'percent')}`
    return te(key) ? t(key) : unit
  }
}
