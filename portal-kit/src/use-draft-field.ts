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
import { useKeepChoice } from './kept'
import { parseFigure } from './parse-figure'
import { isResendingHeld, whenResending } from './resend'
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

/** What was typed and is not acknowledged yet, with what it builds on. */
export interface KeptDraft {
  readonly text: string
  /** As read from the text; null for no figure, undefined where the text is not readable. */
  readonly value?: string | null
  readonly base: SavedValue
  /** Idempotency key of the change. */
  readonly attempt: string
  /** Why the server would not have it: somebody must look at it. */
  readonly trouble?: 'conflict' | 'rejected'
}

/** Where a field keeps its text on the device until the server has acknowledged it. */
export interface DraftKeep {
  read: () => Promise<KeptDraft | null>
  write: (draft: KeptDraft) => void
  forget: () => void
}

export interface DraftFieldOptions {
  /** Value and revision the server last told; watched, and taken over while nothing is typed. */
  saved: MaybeRefOrGetter<SavedValue>
  locale: MaybeRefOrGetter<FormatLocale>
  save: (request: SaveRequest) => Promise<SaveOutcome>
  /** Whether the figure is a percentage, so that its sign may be typed with it; yes when left out. */
  percent?: MaybeRefOrGetter<boolean>
  /** Wording of the refusal of unreadable text. */
  unreadable?: MaybeRefOrGetter<string>
  /** Wording for what was refused at an earlier visit and waits for the person. */
  refusedBefore?: MaybeRefOrGetter<string>
  newAttempt?: () => string
  keep?: DraftKeep
}

export const AUTOSAVE_AFTER_MS = 600
const SAVED_SHOWN_MS = 2000
const TRY_AGAIN_MS = 10_000

/**
 * One figure that saves itself: 600 ms after the last key, on leaving the cell, or on Enter. It is the only write
 * path of a figure; every view that edits one uses it.
 */
export function useDraftField(options: DraftFieldOptions) {
  const locale = computed(() => toValue(options.locale))
  const { isOn: isKeeping } = useKeepChoice()
  const isOutliving = computed(() => options.keep !== undefined && isKeeping.value)
  const newAttempt = options.newAttempt ?? (() => crypto.randomUUID())

  const first = toValue(options.saved)
  const model = shallowRef(newField(first, textOf(first.value)))
  const savedAt = shallowRef<Date | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let fading: ReturnType<typeof setTimeout> | undefined
  let underWay: Promise<void> | undefined
  let attempt: { change: number; key: string } | undefined
  let isKept = false
  let isUnreached = false

  const parse = (text: string) =>
    parseFigure(text, locale.value, { percent: toValue(options.percent) ?? true })
  const parsed = computed(() => parse(model.value.text))
  /** What a doubtful text was read as; told until something else stands in the field. */
  const doubt = shallowRef<string | null>(null)
  const echo = computed(() => {
    if (doubt.value !== null) return formatNumber(doubt.value, locale.value)
    return model.value.state !== 'pristine' &&
      parsed.value.state === 'read' &&
      parsed.value.doubtful
      ? formatNumber(parsed.value.value, locale.value)
      : null
  })

  function textOf(value: string | null): string {
    return value === null ? '' : formatNumber(value, locale.value)
  }

  function apply(event: FieldEvent) {
    model.value = afterEvent(model.value, event)
    keepOrForget()
  }

  /** Kept from the first key until the server has it or the person took it back. */
  function keepOrForget() {
    if (!options.keep) return
    const { state, text, saved, change } = model.value
    if (state === 'pristine' || state === 'saved') return forget()
    isKept = true
    const value = valueOf(text)
    options.keep.write({
      text,
      base: saved,
      attempt: attemptOf(change),
      ...(value !== undefined && { value }),
      ...((state === 'conflict' || state === 'rejected') && { trouble: state }),
    })
  }

  // What another field or an earlier visit keeps under the same name is not this one's to throw away.
  function forget() {
    if (isKept) options.keep?.forget()
    isKept = false
  }

  function valueOf(text: string): string | null | undefined {
    const read = parse(text)
    if (read.state === 'unreadable') return undefined
    return read.state === 'read' ? read.value : null
  }

  function attemptOf(change: number): string {
    if (attempt?.change !== change) attempt = { change, key: newAttempt() }
    return attempt.key
  }

  function type(text: string) {
    doubt.value = null
    apply({ type: 'typed', text })
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), AUTOSAVE_AFTER_MS)
  }

  async function restore() {
    const kept = await options.keep?.read()
    if (!kept || model.value.state !== 'pristine') return
    isKept = true
    // As a number it is written in the language of today, which may be another than it was typed in.
    const text = kept.value === undefined ? kept.text : textOf(kept.value)
    if (kept.value === model.value.saved.value) return forget()
    attempt = { change: model.value.change + 1, key: kept.attempt }
    apply({ type: 'restored', text, base: kept.base })
    // Times change: what was not wanted then is not to be written later by opening a page.
    if (kept.trouble === 'rejected') {
      apply({ type: 'unreadable', message: toValue(options.refusedBefore) ?? '' })
      return
    }
    await flush()
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
    if (parsed.value.state === 'read' && parsed.value.doubtful) doubt.value = value
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
    const key = attemptOf(change)
    apply({ type: 'sent', value })
    const outcome = await options
      .save({ value, rawText: text, revision: saved.revision, attempt: key })
      .catch((): SaveOutcome => ({ kind: 'unreachable' }))
    isUnreached = outcome.kind === 'unreachable'
    apply({ type: 'answered', change, outcome })
    if (outcome.kind === 'saved') showSaved()
    // The network may be there and the server not: nothing tells when that is over.
    if (model.value.state === 'queued') timer = setTimeout(tryAgain, TRY_AGAIN_MS)
  }

  // Without a session it waits until there is one.
  function tryAgain() {
    if (!isResendingHeld()) void flush()
  }

  function showSaved() {
    savedAt.value = new Date()
    clearTimeout(fading)
    fading = setTimeout(() => {
      if (model.value.state === 'saved') apply({ type: 'unchanged' })
    }, SAVED_SHOWN_MS)
  }

  /** Sends what is typed; what was refused is tried once more, because the person asks for it. */
  async function enter() {
    if (model.value.state === 'rejected') apply({ type: 'typed', text: model.value.text })
    await flush()
  }

  /** Writes the figure as it was read, once nobody types in it any more. */
  async function leave() {
    await flush()
    apply({ type: 'left', text: textOf(model.value.saved.value) })
  }

  function revert() {
    doubt.value = null
    clearTimeout(timer)
    apply({ type: 'reverted', text: textOf(model.value.saved.value) })
  }

  async function keepMine() {
    apply({ type: 'mineKept' })
    await flush()
  }

  function takeTheirs() {
    doubt.value = null
    apply({ type: 'theirsTaken', text: textOf(model.value.conflict?.theirs.value ?? null) })
  }

  watch(
    () => toValue(options.saved),
    (saved) => {
      if (saved.revision < model.value.saved.revision) return
      const isTaken = ['pristine', 'saved'].includes(model.value.state)
      if (isTaken && saved.value !== model.value.saved.value) doubt.value = null
      apply({ type: 'savedElsewhere', saved, text: textOf(saved.value) })
    },
  )
  watch(locale, () => {
    if (model.value.state === 'pristine' || model.value.state === 'saved')
      model.value = { ...model.value, text: textOf(model.value.saved.value) }
  })
  const stopResending = whenResending(() => void flush())
  const isHeld = () =>
    ['rejected', 'conflict'].includes(model.value.state) || parsed.value.state === 'unreadable'
  /** Whether it waits for the network in this page alone. */
  const isLostOnLeaving = () =>
    !isOutliving.value &&
    !['pristine', 'saved'].includes(model.value.state) &&
    (isUnreached || navigator.onLine === false)
  const stopWatching = watchUnsaved({
    send: () => void flush(),
    isUnsaved: () => model.value.state !== 'pristine' && model.value.state !== 'saved',
    isHeld: () => isHeld() || isLostOnLeaving(),
  })
  void restore()
  onScopeDispose(() => {
    stopResending()
    stopWatching()
    clearTimeout(timer)
    clearTimeout(fading)
    // Leaving the view must not lose what was typed a moment ago; what cannot be sent was asked about before.
    if (isHeld()) forget()
    else void flush().finally(() => clearTimeout(timer))
  })

  return {
    text: computed(() => model.value.text),
    state: computed(() => model.value.state),
    message: computed(() => model.value.message),
    conflict: computed(() => model.value.conflict),
    saved: computed(() => model.value.saved),
    echo,
    savedAt: readonly(savedAt),
    /** Whether what waits outlives the page. */
    isKeeping: isOutliving,
    type,
    leave,
    enter,
    retry: flush,
    revert,
    keepMine,
    takeTheirs,
    editFurther: () => apply({ type: 'edited' }),
  }
}

export type DraftField = ReturnType<typeof useDraftField>
