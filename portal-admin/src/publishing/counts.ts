import { useI18n } from 'vue-i18n'

interface ToldCount {
  readonly n?: number | null
  readonly band: string
}

/** Counts of administrations as they may be told: exact from twenty on, a band below. */
export function useCounts() {
  const { t } = useI18n()
  const told = ({ n, band }: ToldCount): string => {
    if (n != null) return String(n)
    return band === '0-4' ? t('publishing.fewerThanFive') : band.replace('-', '–')
  }
  return { told }
}
