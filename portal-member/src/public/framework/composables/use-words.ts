import { useUnit } from '@pmm/portal-kit'
import { useI18n } from 'vue-i18n'

/** Words the catalogue keeps in English only; what is unknown here is shown as it was written. */
export function useWords() {
  const { t, te } = useI18n()
  const { name } = useUnit()
  const known = (key: string, written: string) => (te(key) ? t(key) : written)
  return {
    unit: name,
    field: (field: string) => known(`framework.field.${slugOf(field)}`, field),
  }
}

const slugOf = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
