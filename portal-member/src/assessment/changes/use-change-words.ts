import { useFormat, useUnit } from '@pmm/portal-kit'
import { useI18n } from 'vue-i18n'
import type { SubmissionChangesQuery } from '../../generated/graphql'
import { useKpiFormat } from '../composables/use-kpi-format'
import type { Framework } from '../model'
import type { KpiWork } from '../work-tree'

type Changes = NonNullable<
  NonNullable<NonNullable<SubmissionChangesQuery['assessment']>['working']>['changes']
>
export type PartChange = Changes[number]['parts'][number]

/** One line in words: what it is about, what stood there and what stands there now; null for nothing. */
export interface WordedChange {
  readonly name: string
  readonly before: string | null
  readonly after: string | null
}

/** Words for what differs: labels for codes, units beside figures. */
export function useChangeWords(
  framework: () => Framework,
  instruments: () => ReadonlyMap<string, string>,
) {
  const { t, te } = useI18n()
  const format = useFormat()
  const { written } = useUnit()
  const { value: ofKpi } = useKpiFormat()

  function worded(change: PartChange, work: KpiWork | undefined): WordedChange {
    const { part, subject, year, before, after } = change
    const element = work?.kpi.elements.find((each) => each.element?.code === subject)?.element
    const name = t(`assessment.changes.part.${part}`, {
      subject: element?.label ?? instruments().get(subject ?? '') ?? subject ?? '',
      year: year ?? '',
    })
    const word = (text: string | null) =>
      text === null ? null : wordOf(part, text, work, element?.unit)
    return { name, before: word(before), after: word(after) }
  }

  function wordOf(
    part: PartChange['part'],
    text: string,
    work: KpiWork | undefined,
    unit = 'count',
  ): string {
    switch (part) {
      case 'VALUE':
        return work ? ofKpi(text, work.kpi) : text
      case 'FIGURE':
        return written(text, unit)
      case 'STATE':
        return known(`assessment.changes.state.${text}`, text)
      case 'REASON_CODE':
        return framework().reasonCodes.find(({ code }) => code === text)?.label ?? text
      case 'LEVEL':
        return known(`kit.level.${text}.name`, text)
      case 'AGGREGATE_USE':
        return known(`assessment.changes.use.${text}`, text)
      case 'FIGURE_ESTIMATED':
        return t(text === 'true' ? 'kit.yes' : 'kit.no')
      case 'RATING':
        return t('assessment.changes.level', { level: format.number(text) })
      case 'EVIDENCE_REVISION':
        return t('assessment.changes.revision', { number: text })
      default:
        return text
    }
  }

  const known = (key: string, text: string) => (te(key) ? t(key) : text)

  return { worded }
}
