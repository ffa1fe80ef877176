import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import {
  formatBytes,
  formatDate,
  formatDeadline,
  formatList,
  formatNumber,
  formatPercent,
  formatPeriod,
  formatShortened,
  formatSince,
  type DateStyle,
  type FormatLocale,
  type NumberOptions,
  type Period,
} from './format'
import { serverNow } from './server-clock'

/** The formats of `format.ts` in the language of the portal; they follow when the language changes. */
export function useFormat() {
  const { locale } = useI18n()
  const tag = computed(() => locale.value as FormatLocale)
  return {
    locale: tag,
    number: (value: string, options?: NumberOptions) => formatNumber(value, tag.value, options),
    shortened: (value: string, most: number) => formatShortened(value, tag.value, most),
    percent: (value: string, options?: NumberOptions) => formatPercent(value, tag.value, options),
    change: (value: string, options?: NumberOptions) =>
      formatNumber(value, tag.value, { ...options, signed: true }),
    date: (iso: string, style?: DateStyle) => formatDate(iso, tag.value, style),
    period: (period: Period) => formatPeriod(period, tag.value),
    deadline: (iso: string, now = serverNow()) => formatDeadline(iso, tag.value, now),
    since: (iso: string, now = serverNow()) => formatSince(iso, tag.value, now),
    list: (items: readonly string[]) => formatList(items, tag.value),
    bytes: (count: number) => formatBytes(count, tag.value),
  }
}
