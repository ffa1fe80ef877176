/** What the machine of a saving field knows; pure data, so that each arrow can be tested. */
export type FieldStateName =
  'pristine' | 'dirty' | 'saving' | 'saved' | 'queued' | 'conflict' | 'rejected'

/** A value as the server has it; null means no figure. */
export interface SavedValue {
  value: string | null
  revision: number
}

/** Value somebody else saved meanwhile. */
export interface TheirValue extends SavedValue {
  author: string | null
  at: string | null
}

export type SaveOutcome =
  | { kind: 'saved'; value: string | null; revision: number }
  | { kind: 'conflict'; theirs: TheirValue }
  | { kind: 'rejected'; message: string }
  | { kind: 'unreachable' }

export interface FieldModel {
  state: FieldStateName
  /** Text in the input. */
  text: string
  /** What the server last acknowledged. */
  saved: SavedValue
  /** Number of the latest change; answers to older ones no longer count. */
  change: number
  /** The request under way, if any. */
  sending: { change: number; value: string | null } | null
  message: string | null
  conflict: { mine: string; theirs: TheirValue; base: SavedValue } | null
}

export type FieldEvent =
  | { type: 'typed'; text: string }
  | { type: 'unreadable'; message: string }
  | { type: 'unchanged' }
  | { type: 'sent'; value: string | null }
  | { type: 'answered'; change: number; outcome: SaveOutcome }
  | { type: 'restored'; text: string; base: SavedValue }
  | { type: 'savedElsewhere'; saved: SavedValue; text: string }
  | { type: 'left'; text: string }
  | { type: 'reverted'; text: string }
  | { type: 'mineKept' }
  | { type: 'theirsTaken'; text: string }
  | { type: 'edited' }

export function newField(saved: SavedValue, text: string): FieldModel {
  return { state: 'pristine', text, saved, change: 0, sending: null, message: null, conflict: null }
}

/** The state after an event. Typed text is never thrown away by anything but the person's own choice. */
export function afterEvent(field: FieldModel, event: FieldEvent): FieldModel {
  switch (event.type) {
    case 'typed':
      return afterTyping(field, event.text)
    case 'unreadable':
      return { ...field, state: 'rejected', message: event.message }
    case 'unchanged':
      return { ...field, state: 'pristine', message: null }
    case 'sent':
      return {
        ...field,
        state: 'saving',
        message: null,
        sending: { change: field.change, value: event.value },
      }
    case 'answered':
      return afterAnswer(field, event.change, event.outcome)
    case 'restored':
      // Its own base and not today's: had somebody saved meanwhile, the server says so.
      return field.state === 'pristine'
        ? { ...afterTyping(field, event.text), saved: event.base }
        : field
    case 'savedElsewhere':
      return field.state === 'pristine' || field.state === 'saved'
        ? { ...field, saved: event.saved, text: event.text }
        : field
    case 'left':
      return field.state === 'pristine' || field.state === 'saved'
        ? { ...field, text: event.text }
        : field
    case 'reverted':
      return {
        ...field,
        state: 'pristine',
        text: event.text,
        change: field.change + 1,
        message: null,
        conflict: null,
      }
    case 'mineKept':
      return withoutConflict(field, 'dirty', field.conflict?.mine ?? field.text)
    case 'theirsTaken':
      return withoutConflict(field, 'pristine', event.text)
    case 'edited':
      return withoutConflict(field, 'dirty', field.text)
  }
}

function afterTyping(field: FieldModel, text: string): FieldModel {
  const change = field.change + 1
  // An open conflict is for the person to end; until then nothing is sent, and what is typed becomes "mine".
  return field.conflict
    ? { ...field, text, change, conflict: { ...field.conflict, mine: text } }
    : { ...field, state: 'dirty', text, change, message: null }
}

function afterAnswer(field: FieldModel, change: number, outcome: SaveOutcome): FieldModel {
  if (field.sending?.change !== change) return field
  const isLatest = field.change === change
  const answered = { ...field, sending: null }
  switch (outcome.kind) {
    case 'saved': {
      const saved = { value: outcome.value, revision: outcome.revision }
      // Typed on while saving: the new revision is the base of the next save, the newer text stays unsaved.
      return { ...answered, saved, state: isLatest ? 'saved' : field.state, message: null }
    }
    case 'unreachable':
      return { ...answered, state: isLatest ? 'queued' : field.state }
    case 'rejected':
      return isLatest ? { ...answered, state: 'rejected', message: outcome.message } : answered
    case 'conflict': {
      const conflict = { mine: field.text, theirs: outcome.theirs, base: field.saved }
      return { ...answered, state: 'conflict', conflict }
    }
  }
}

/** However the conflict ends, the next save builds on what the others saved. */
function withoutConflict(field: FieldModel, state: FieldStateName, text: string): FieldModel {
  const saved = field.conflict
    ? { value: field.conflict.theirs.value, revision: field.conflict.theirs.revision }
    : field.saved
  return { ...field, state, text, saved, change: field.change + 1, conflict: null }
}
