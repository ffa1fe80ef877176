import { useAnnounce, useFormat, useShellStatus } from '@pmm/portal-kit'
import type { FieldStateName, SaveOutcome, SaveRequest } from '@pmm/portal-kit'
import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { PeriodName } from '../model'
import { useDataValuesSave, type CellSave, type SavePlace } from './use-data-values-save'

export interface FigureSaving {
  save: (
    of: { elementCode: string; period: PeriodName },
    request: SaveRequest,
  ) => Promise<SaveOutcome>
  /** Tells how the saving of one figure stands, for the line in the bar of the shell. */
  note: (figure: string, state: FieldStateName) => void
}

/** Saves figures of one assessment; what several cells send at the same moment travels together. */
export function useFigureSaving(
  place: () => SavePlace | null,
  conflictFound: () => void = () => undefined,
): FigureSaving {
  const { t } = useI18n()
  const format = useFormat()
  const announce = useAnnounce()
  const send = useDataValuesSave()
  const states = shallowRef<ReadonlyMap<string, FieldStateName>>(new Map())
  const savedCount = shallowRef(0)
  const savedAt = shallowRef<string | null>(null)

  let waiting: { cell: CellSave; answer: (outcome: SaveOutcome) => void }[] = []

  function save(of: { elementCode: string; period: PeriodName }, request: SaveRequest) {
    return new Promise<SaveOutcome>((answer) => {
      waiting.push({ cell: { ...of, ...request }, answer })
      if (waiting.length > 1) return
      // No later than this turn: a page that closes has no other.
      const at = place()
      queueMicrotask(() => void flush(at))
    })
  }

  async function flush(at: SavePlace | null) {
    const batch = waiting
    waiting = []
    const outcomes = at
      ? await send(
          at,
          batch.map(({ cell }) => cell),
        )
      : null
    batch.forEach(({ answer }, index) => answer(outcomes?.[index] ?? { kind: 'unreachable' }))
    const saved = outcomes?.filter(({ kind }) => kind === 'saved').length ?? 0
    if (saved > 0) tell(saved)
    if (outcomes?.some(({ kind }) => kind === 'conflict')) conflictFound()
  }

  function tell(saved: number) {
    savedCount.value += saved
    savedAt.value = new Date().toISOString()
    announce(savedText.value)
  }

  const savedText = computed(() =>
    savedAt.value
      ? t(
          'assessment.saving.saved',
          { count: savedCount.value, time: format.date(savedAt.value, 'time') },
          savedCount.value,
        )
      : '',
  )
  const fieldStates = computed(() => [...states.value.values()])

  useShellStatus(() => {
    const some = (state: FieldStateName) => fieldStates.value.includes(state)
    if (some('queued')) {
      const count = fieldStates.value.filter((state) => state === 'queued').length
      return { text: t('assessment.saving.queued', { count }, count), kind: 'warn' }
    }
    if (some('conflict')) return { text: t('assessment.saving.conflict'), kind: 'warn' }
    if (some('rejected')) return { text: t('assessment.saving.rejected'), kind: 'warn' }
    if (some('saving') || some('dirty')) return { text: t('assessment.saving.now'), kind: 'busy' }
    return savedAt.value ? { text: savedText.value, kind: 'ok' } : null
  })

  function note(figure: string, state: FieldStateName) {
    states.value = new Map(states.value).set(figure, state)
  }

  return { save, note }
}
