import {
  computed,
  onScopeDispose,
  readonly,
  shallowRef,
  toValue,
  watch,
  type MaybeRefOrGetter,
} from 'vue'
import {
  afterEvent,
  newField,
  type FieldEvent,
  type SavedValue,
  type SaveOutcome,
} from './draft-field'
import { formatNumber, type FormatLocale } from './format'
import { parseFigure } from './parse-figure'
import { whenResending } from './resend'
import { watchUnsaved } from './unsaved'

export interface SaveRequest {
  value: string | null
  /** The text as typed, kept by the server beside the value. */
  rawText: string
  /** Revision the change builds on. */
  revision: number
  /** Idempotency key: the same when the same change is sent again. */
  attempt: string
}

export interface DraftFieldOptions {
  /** Value and revision the server last told; watched, and taken over while nothing is typed. */
  saved: MaybeRefOrGetter<SavedValue>
  locale: MaybeRefOrGetter<FormatLocale>
  save: (request: SaveRequest) => Promise<SaveOutcome>
  /** Wording of the refusal of unreadable text. */
  unreadable?: MaybeRefOrGetter<string>
  newAttempt?: () => string
}

export const AUTOSAVE_AFTER_MS = 600
const SAVED_SHOWN_MS = 2000

/**
 * One figure that saves itself: 600 ms after the last key, on leaving the cell, or on Enter. It is the only write
 * path of a figure; every view that edits one uses it.
 */
export function useDraftField(options: DraftFieldOptions) {
  const locale = computed(() => toValue(options.locale))
  const newAttempt = options.newAttempt ?? (() => crypto.randomUUID())

  const first = toValue(options.saved)
  const model = shallowRef(newField(first, textOf(first.value)))
  const savedAt = shallowRef<Date | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let fading: ReturnType<typeof setTimeout> | undefined
  let underWay: Promise<void> | undefined
  let attempt: { change: number; key: string } | undefined

  const parsed = computed(() => parseFigure(model.value.text, locale.value))
  const echo = computed(() =>
    model.value.state !== 'pristine' && parsed.value.state === 'read' && parsed.value.doubtful
      ? formatNumber(parsed.value.value, locale.value)
      : null,
  )

  function textOf(value: string | null): string {
    return value === null ? '' : formatNumber(value, locale.value)
  }

  function apply(event: FieldEvent) {
    model.value = afterEvent(model.value, event)
  }

  function type(text: string) {
    apply({ type: 'typed', text })
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), AUTOSAVE_AFTER_MS)
  }

  /** Sends what is typed, one request at a time; resolves when the latest text has been answered. */
  async function flush(): Promise<void> {
    clearTimeout(timer)
    if (underWay) {
      await underWay
      return flush()
    }
    const { state } = model.value
    if (state !== 'dirty' && state !== 'queued') return
    if (parsed.value.state === 'unreadable') {
      apply({ type: 'unreadable', message: toValue(options.unreadable) ?? '' })
      return
    }
    const value = parsed.value.state === 'read' ? parsed.value.value : null
    if (value === model.value.saved.value) {
      apply({ type: 'unchanged' })
      return
    }
    underWay = send(value).finally(() => {
      underWay = undefined
    })
    await underWay
  }

  async function send(value: string | null) {
    const { change, saved, text } = model.value
    if (attempt?.change !== change) attempt = { change, key: newAttempt() }
    apply({ type: 'sent', value })
    const outcome = await options
      .save({ value, rawText: text, revision: saved.revision, attempt: attempt.key })
      .catch((): SaveOutcome => ({ kind: 'unreachable' }))
    apply({ type: 'answered', change, outcome })
    if (outcome.kind === 'saved') showSaved()
  }

  function showSaved() {
    savedAt.value = new Date()
    clearTimeout(fading)
    fading = setTimeout(() => {
      if (model.value.state === 'saved') apply({ type: 'unchanged' })
    }, SAVED_SHOWN_MS)
  }

  function revert() {
    clearTimeout(timer)
    apply({ type: 'reverted', text: textOf(model.value.saved.value) })
  }

  async function keepMine() {
    apply({ type: 'mineKept' })
    await flush()
  }

  function takeTheirs() {
    apply({ type: 'theirsTaken', text: textOf(model.value.conflict?.theirs.value ?? null) })
  }

  watch(
    () => toValue(options.saved),
    (saved) => {
      if (saved.revision < model.value.saved.revision) return
      apply({ type: 'savedElsewhere', saved, text: textOf(saved.value) })
    },
  )
  watch(locale, () => {
    if (model.value.state === 'pristine' || model.value.state === 'saved')
      model.value = { ...model.value, text: textOf(model.value.saved.value) }
  })
  const stopResending = whenResending(() => void flush())
  const stopWatching = watchUnsaved({
    send: () => void flush(),
    isUnsaved: () => model.value.state !== 'pristine' && model.value.state !== 'saved',
    isHeld: () =>
      ['rejected', 'conflict'].includes(model.value.state) || parsed.value.state === 'unreadable',
  })
  onScopeDispose(() => {
    stopResending()
    stopWatching()
    clearTimeout(timer)
    clearTimeout(fading)
    // Leaving the view must not lose what was typed a moment ago.
    void flush()
  })

  return {
    text: computed(() => model.value.text),
    state: computed(() => model.value.state),
    message: computed(() => model.value.message),
    conflict: computed(() => model.value.conflict),
    saved: computed(() => model.value.saved),
    echo,
    savedAt: readonly(savedAt),
    type,
    leave: flush,
    enter: flush,
    retry: flush,
    revert,
    keepMine,
    takeTheirs,
    editFurther: () => apply({ type: 'edited' }),
  }
}

export type DraftField = ReturnType<typeof useDraftField>
