import {
  forgetKept,
  keep,
  readKept,
  useAnnounce,
  useFormat,
  useKeepChoice,
  useShellStatus,
} from '@pmm/portal-kit'
import type {
  DraftKeep,
  FieldStateName,
  SaveOutcome,
  SaveRequest,
  SavedValue,
} from '@pmm/portal-kit'
import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { keptDetailKey, keptKey, type FigureDetail, type KeptFigure } from '../kept/kept-figure'
import type { PeriodName } from '../model'
import { figureKey } from '../status'
import { writtenTogether, type Together } from './written-together'
import { useDataValuesSave, type CellSave, type SavePlace } from './use-data-values-save'

interface FigurePlace {
  elementCode: string
  /** Name of the data element. */
  label?: string | undefined
  period: PeriodName
}
type FigureRequest = SaveRequest & { detail?: FigureDetail }
type KeptDetail = Pick<KeptFigure, 'base' | 'attempt' | 'trouble'> & { detail?: FigureDetail }

export interface DetailKeep {
  read: () => Promise<KeptDetail | null>
  write: (kept: KeptDetail) => void
  forget: () => void
}

export interface FigureSaving {
  save: (of: FigurePlace, request: FigureRequest) => Promise<SaveOutcome>
  /** Takes the next saves of these figures as one act; returns its key. */
  together: (act: Together) => string
  /** Name and store under which a figure waits on this device until the server has it. */
  keepOf: (of: FigurePlace) => { key: string; keep: DraftKeep } | null
  /** The same for what stands beside it. */
  keepDetailOf: (of: FigurePlace) => { key: string; keep: DetailKeep } | null
  /** Tells how the saving of one figure stands, for the line in the bar of the shell. */
  note: (figure: string, state: FieldStateName) => void
}

/** As many as the server takes in one command. */
const CELLS_AT_ONCE = 200

/** Saves figures of one assessment; what several cells send at the same moment travels together. */
export function useFigureSaving(
  place: () => SavePlace | null,
  kpiCode: (of: { elementCode: string; period: PeriodName }) => string,
  /** Something is other than the page thinks: a figure, or the state of the assessment. */
  troubleFound: () => void = () => undefined,
): FigureSaving {
  const { t } = useI18n()
  const format = useFormat()
  const announce = useAnnounce()
  const send = useDataValuesSave()
  const { isOn: isKeeping } = useKeepChoice()
  const states = shallowRef<ReadonlyMap<string, FieldStateName>>(new Map())
  const savedFigures = new Set<string>()
  const savedCount = shallowRef(0)
  const savedAt = shallowRef<string | null>(null)

  let waiting: { cell: CellSave; answer: (outcome: SaveOutcome) => void }[] = []

  const underWay = new Map<string, Promise<SaveOutcome>>()
  const together = writtenTogether()
  const own = new Map<string, SavedValue & { readonly from: number }>()

  // A figure and what stands beside it are one row on the server: one waits for the other and builds on it.
  function save(of: FigurePlace, request: FigureRequest): Promise<SaveOutcome> {
    const key = figureKey(of.elementCode, of.period)
    const before = underWay.get(key)
    const sent = before ? before.then(() => post(key, of, request)) : post(key, of, request)
    underWay.set(key, sent)
    void sent.finally(() => underWay.get(key) === sent && underWay.delete(key))
    return sent
  }

  async function post(key: string, of: FigurePlace, request: FigureRequest): Promise<SaveOutcome> {
    const last = own.get(key)
    const isNext =
      last !== undefined && request.revision >= last.from && request.revision < last.revision
    const batch = request.detail ? undefined : together.sent(key, request.value)
    const outcome = await enqueue(of, {
      ...request,
      batch,
      ...(isNext && { revision: last.revision }),
      ...(isNext && request.detail && { value: last.value }),
    })
    if (outcome.kind === 'saved') {
      if (batch) together.saved(key)
      const from = isNext || request.revision === last?.revision ? last!.from : request.revision
      own.set(key, { ...outcome, from })
    }
    return outcome
  }

  function enqueue(of: FigurePlace, request: FigureRequest & Pick<CellSave, 'batch'>) {
    return new Promise<SaveOutcome>((answer) => {
      waiting.push({ cell: { ...of, ...request }, answer })
      if (waiting.length > 1) return
      // No later than this turn: a page that closes has no other.
      const at = place()
      queueMicrotask(() => void flush(at))
    })
  }

  async function flush(at: SavePlace | null) {
    const acts = new Map<string | undefined, typeof waiting>()
    for (const each of waiting) {
      const act = each.cell.batch?.key
      acts.set(act, [...(acts.get(act) ?? []), each])
    }
    waiting = []
    const parts = [...acts.values()].flatMap((act) =>
      Array.from({ length: Math.ceil(act.length / CELLS_AT_ONCE) }, (_, part) =>
        act.slice(part * CELLS_AT_ONCE, (part + 1) * CELLS_AT_ONCE),
      ),
    )
    await Promise.all(parts.map((part) => flushPart(at, part)))
  }

  async function flushPart(at: SavePlace | null, part: typeof waiting) {
    const cells = part.map(({ cell }) => cell)
    const outcomes = at ? await send(at, cells, undefined, together.named) : null
    part.forEach(({ answer }, index) => answer(outcomes?.[index] ?? { kind: 'unreachable' }))
    const saved = cells.filter((_, index) => outcomes?.[index]?.kind === 'saved')
    if (saved.length > 0) tell(saved)
    if (outcomes?.some(({ kind }) => kind === 'conflict' || kind === 'rejected')) troubleFound()
  }

  // Twice the same figure is one figure.
  function tell(saved: readonly CellSave[]) {
    for (const { elementCode, period } of saved) savedFigures.add(figureKey(elementCode, period))
    savedCount.value = savedFigures.size
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

  const figureOf = ({ elementCode, label, period }: FigurePlace) => {
    const at = place()
    return (
      at && {
        assessmentId: at.id,
        elementCode,
        year: at.yearOf(period),
        ...(label !== undefined && { elementName: label }),
        ...(at.cycle !== undefined && { cycle: at.cycle }),
      }
    )
  }

  function keepOf(of: FigurePlace) {
    const figure = figureOf(of)
    if (!figure) return null
    const key = keptKey(figure)
    // Where it was typed: written once more on leaving, the address has changed.
    const at = { ...figure, kpiCode: kpiCode(of) }
    return {
      key,
      keep: {
        read: async () => {
          const kept = await readKept<KeptFigure>(key)
          if (kept?.batch && kept.value !== undefined) {
            together.restore(figureKey(of.elementCode, of.period), kept.value, kept.batch)
          }
          return kept
        },
        write: (draft) => {
          const batch = together.markOf(figureKey(of.elementCode, of.period), draft.value)
          keep<KeptFigure>(key, { ...draft, ...at, ...(batch && { batch }) })
        },
        forget: () => forgetKept(key),
      } satisfies DraftKeep,
    }
  }

  function keepDetailOf(of: FigurePlace) {
    const figure = figureOf(of)
    if (!figure) return null
    const key = keptDetailKey(figure)
    const at = { ...figure, kpiCode: kpiCode(of) }
    return {
      key,
      keep: {
        read: () => readKept<KeptFigure>(key),
        write: (kept) =>
          keep<KeptFigure>(key, {
            ...kept,
            ...at,
            value: kept.base.value,
            text: kept.base.value ?? '',
          }),
        forget: () => forgetKept(key),
      } satisfies DetailKeep,
    }
  }

  return { save, together: together.begin, keepOf, keepDetailOf, note }
}
