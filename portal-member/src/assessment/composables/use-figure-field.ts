import { useDraftField, useFormat, type DraftField } from '@pmm/portal-kit'
import { onScopeDispose } from 'vue'
import { useI18n } from 'vue-i18n'
import { fieldOpened } from '../kept/open-fields'
import type { PeriodName, ValueEntry } from '../model'
import type { FigureSaving } from './use-figure-saving'

/** A figure of an element and year: the one place where text becomes a saved value. */
export function useFigureField(
  of: { elementCode: string; label?: string | undefined; period: PeriodName; unit?: string },
  saved: () => ValueEntry | undefined,
  saving: FigureSaving,
): DraftField {
  const { t } = useI18n()
  const format = useFormat()
  const kept = saving.keepOf(of)
  if (kept) onScopeDispose(fieldOpened(kept.key))
  return useDraftField({
    saved: () => ({ value: saved()?.value ?? null, revision: saved()?.version ?? 0 }),
    locale: format.locale,
    percent: of.unit === '%',
    unreadable: () => t('assessment.figure.unreadable'),
    refusedBefore: () => t('assessment.kept.refusedBefore'),
    save: (request) => saving.save(of, request),
    ...(kept && { keep: kept.keep }),
  })
}
