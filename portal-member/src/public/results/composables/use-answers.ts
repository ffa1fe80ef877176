import { useFormat } from '@pmm/portal-kit'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import type { KpiKind } from '../../generated/graphql'
import { useWords } from '../../framework/composables/use-words'

interface Measured {
  kind: KpiKind
  unit: string
  decimals: number
  scale?: { levels: readonly { level: number; label: string }[] } | null
}

/** How the released answers to one KPI are worded. */
export function useAnswers(
  kpi: MaybeRefOrGetter<Measured>,
  reasons: () => readonly { code: string; label: string }[],
) {
  const { t } = useI18n()
  const format = useFormat()
  const words = useWords()

  function valueOf(value: string): string {
    const { kind, decimals, scale } = toValue(kpi)
    if (kind === 'BINARY') return t(Number(value) === 0 ? 'results.no' : 'results.yes')
    if (kind === 'ORDINAL') {
      const label = scale?.levels.find(({ level }) => String(level) === value)?.label
      return label ? `${value} · ${label}` : value
    }
    return kind === 'VARIATION'
      ? format.change(value, { digits: decimals })
      : format.number(value, { digits: decimals })
  }

  return {
    unit: computed(() => words.unit(toValue(kpi).unit)),
    valueOf,
    subValueOf: (value: string | null | undefined) =>
      value == null
        ? t('results.state.NOT_COMPUTABLE')
        : format.number(value, { digits: toValue(kpi).decimals }),
    reasonOf: (code: string | null | undefined) =>
      code ? (reasons().find((reason) => reason.code === code)?.label ?? code) : '',
  }
}
