import { useI18n } from 'vue-i18n'

const WORDS: Readonly<Record<string, string>> = {
  hours: 'hours',
  'level 0-4': 'level',
  'yes/no': 'yesNo',
  count: 'count',
}

/** The unit of a KPI in the language of the portal; what has no word stays as it is. */
export function useUnit() {
  const { t } = useI18n()
  return (unit: string): string => (WORDS[unit] ? t(`review.unit.${WORDS[unit]}`) : unit)
}
