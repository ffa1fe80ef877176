import {
  forgetKept,
  keep,
  readKept,
  useAnnounce,
  useFormat,
  useKeepChoice,
  useShellStatus,
} from '@pmm/portal-kit'
import type { DraftKeep, FieldStateName, SaveOutcome, SaveRequest } from '@pmm/portal-kit'
import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { keptKey, type KeptFigure } from '../kept/kept-figure'
import type { PeriodName } from '../model'
import {
  useDataValuesSave,
  type CellSave,
  type FigureDetail,
  type SavePlace,
} from './use-data-values-save'

export interface FigureSaving {
  save: (
    of: { elementCode: string; period: PeriodName },
    request: SaveRequest & { detail?: FigureDetail },
  ) => Promise<SaveOutcome>
  /** Name and store under which a figure waits on this device until the server has it. */
  keepOf: (of: {
    elementCode: string
    period: PeriodName
  }) => { key: string; keep: DraftKeep } | null
  /** Tells how the saving of one figure stands, for the line in the bar of the shell. */
  note: (figure: string, state: FieldStateName) => void
}

/** As many as the server takes in one command. */
const CELLS_AT_ONCE = 200

/** Saves figures of one assessment; what several cells send at the same moment travels together. */
export function useFigureSaving(
  place: () => SavePlace | null,
  kpiCode: (of: { elementCode: string; period: PeriodName }) => string,
  conflictFound: () => void = () => undefined,
): FigureSaving {
  const { t } = useI18n()
  const format = useFormat()
  const announce = useAnnounce()
  const send = useDataValuesSave()
  const { isOn: isKeeping } = useKeepChoice()
  const states = shallowRef<ReadonlyMap<string, FieldStateName>>(new Map())
  const savedCount = shallowRef(0)
  const savedAt = shallowRef<string | null>(null)

  let waiting: { cell: CellSave; answer: (outcome: SaveOutcome) => void }[] = []

  function save(
    of: { elementCode: string; period: PeriodName },
    request: SaveRequest & { detail?: FigureDetail },
  ) {
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
    const parts = Array.from({ length: Math.ceil(batch.length / CELLS_AT_ONCE) }, (_, part) =>
      batch.slice(part * CELLS_AT_ONCE, (part + 1) * CELLS_AT_ONCE),
    )
    await Promise.all(parts.map((part) => flushPart(at, part)))
  }

  async function flushPart(at: SavePlace | null, batch: typeof waiting) {
    const cells = batch.map(({ cell }) => cell)
    const outcomes = at ? await send(at, cells) : null
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
      const key = isKeeping.value ? 'assessment.saving.queued' : 'assessment.saving.unsent'
      return { text: t(key, { count }, count), kind: 'warn' }
    }
    if (some('conflict')) return { text: t('assessment.saving.conflict'), kind: 'warn' }
    if (some('rejected')) return { text: t('assessment.saving.rejected'), kind: 'warn' }
    if (some('saving') || some('dirty')) return { text: t('assessment.saving.now'), kind: 'busy' }
    return savedAt.value ? { text: savedText.value, kind: 'ok' } : null
  })

  function note(figure: string, state: FieldStateName) {
    states.value = new Map(states.value).set(figure, state)
  }

  function keepOf({ elementCode, period }: { elementCode: string; period: PeriodName }) {
    const at = place()
    if (!at) return null
    const figure = { assessmentId: at.id, elementCode, year: at.yearOf(period) }
    const key = keptKey(figure)
    return {
      key,
      keep: {
        read: () => readKept<KeptFigure>(key),
        write: (draft) =>
          keep<KeptFigure>(key, { ...draft, ...figure, kpiCode: kpiCode({ elementCode, period }) }),
        forget: () => forgetKept(key),
      } satisfies DraftKeep,
    }
  }

  return { save, keepOf, note }
}
