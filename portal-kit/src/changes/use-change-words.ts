import { useI18n } from 'vue-i18n'
import { useFormat } from '../use-format'
import { useUnit } from '../use-unit'
import { decimalsTellingApart, type ChangedKpi, type ChangedPart, type ChangeLine } from './model'

interface Named {
  readonly code: string
}

/** Where labels are found. Codes that are not there stand for themselves. */
export interface ChangeLabels {
  readonly elements: readonly (Named & { readonly label: string; readonly unit: string })[]
  readonly instruments: readonly (Named & { readonly name: string })[]
  readonly reasonCodes: readonly (Named & { readonly label: string })[]
}

/** Words for what differs between two copies of an answer: labels for codes, units beside figures. */
export function useChangeWords(labels: () => ChangeLabels) {
  const { t, te } = useI18n()
  const format = useFormat()
  const { written } = useUnit()

  function worded(change: ChangedPart, kpi: ChangedKpi | null | undefined): ChangeLine {
    const { part, subject, year, before, after } = change
    const { elements, instruments } = labels()
    const element = elements.find(({ code }) => code === subject)
    const name = known(`changes.part.${part}`, part, {
      subject:
        element?.label ?? instruments.find(({ code }) => code === subject)?.name ?? subject ?? '',
      year: year ?? '',
    })
    const decimals =
      part === 'VALUE' && kpi && before != null && after != null
        ? decimalsTellingApart(before, after, kpi.decimals, (value, digits) =>
            written(value, kpi.unit, digits),
          )
        : kpi?.decimals
    const word = (text: string | null | undefined) =>
      text == null ? null : wordOf(part, text, kpi && { ...kpi, decimals }, element?.unit)
    return { name, before: word(before), after: word(after) }
  }

  function wordOf(
    part: string,
    text: string,
    kpi: { readonly unit: string; readonly decimals: number | undefined } | null | undefined,
    unit = 'count',
  ): string {
    switch (part) {
      case 'VALUE':
        return kpi ? written(text, kpi.unit, kpi.decimals) : text
      case 'FIGURE':
        return written(text, unit)
      case 'STATE':
        return known(`changes.state.${text}`, text)
      case 'REASON_CODE':
        return labels().reasonCodes.find(({ code }) => code === text)?.label ?? text
      case 'LEVEL':
        return known(`kit.level.${text}.name`, text)
      case 'AGGREGATE_USE':
        return known(`changes.use.${text}`, text)
      case 'FIGURE_ESTIMATED':
        return t(text === 'true' ? 'kit.yes' : 'kit.no')
      case 'RATING':
        return t('changes.level', { level: format.number(text) })
      case 'EVIDENCE_REVISION':
        return t('changes.revision', { number: text })
      default:
        return text
    }
  }

  const known = (key: string, text: string, named: Record<string, unknown> = {}) =>
    te(key) ? t(key, named) : text

  return { worded }
}
