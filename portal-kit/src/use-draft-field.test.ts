import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { effectScope, ref, type EffectScope } from 'vue'
import type { SavedValue, SaveOutcome } from './draft-field'
import { holdResending, releaseResending, resendKept } from './resend'
import { isSomethingHeld } from './unsaved'
import {
  AUTOSAVE_AFTER_MS,
  useDraftField,
  type KeptDraft,
  type SaveRequest,
} from './use-draft-field'

let scope: EffectScope
beforeEach(() => {
  vi.useFakeTimers()
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

/** A field over a server that answers when told to. */
function openField(saved: SavedValue = { value: '8215', revision: 3 }) {
  const requests: SaveRequest[] = []
  const answers: ((outcome: SaveOutcome) => void)[] = []
  const told = ref(saved)
  const save = (request: SaveRequest) => {
    requests.push(request)
    return new Promise<SaveOutcome>((resolve) => answers.push(resolve))
  }
  const field = scope.run(() =>
    useDraftField({ saved: told, locale: 'en', save, unreadable: 'This is not a number' }),
  )!
  async function answer(index: number, outcome: SaveOutcome) {
    answers[index]?.(outcome)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { field, requests, answer, told }
}

const savedAs = (value: string | null, revision: number): SaveOutcome => ({
  kind: 'saved',
  value,
  revision,
})
const theirs: SaveOutcome = {
  kind: 'conflict',
  theirs: { value: '9000', revision: 5, author: 'Ines Calder', at: null },
}
const afterPause = () => vi.advanceTimersByTimeAsync(AUTOSAVE_AFTER_MS)

describe('saving', () => {
  test('waits 600 ms after the last key', async () => {
    const { field, requests } = openField()
    field.type('12')
    await vi.advanceTimersByTimeAsync(AUTOSAVE_AFTER_MS - 1)
    field.type('12874.1')
    await vi.advanceTimersByTimeAsync(AUTOSAVE_AFTER_MS - 1)
    expect(field.state.value).toBe('dirty')

    await vi.advanceTimersByTimeAsync(1)

    expect(requests).toMatchObject([{ value: '12874.1', rawText: '12874.1', revision: 3 }])
    expect(field.state.value).toBe('saving')
  })

  test('says saved only after the answer, and fades after two seconds', async () => {
    const { field, answer } = openField()
    field.type('12')
    void field.leave()
    expect(field.state.value).toBe('saving')

    await answer(0, savedAs('12', 4))
    expect(field.state.value).toBe('saved')
    await vi.advanceTimersByTimeAsync(2000)

    expect(field.state.value).toBe('pristine')
    expect(field.savedAt.value).not.toBeNull()
  })

  test('sends one request when Enter is pressed twice', async () => {
    const { field, requests, answer } = openField()
    field.type('12')

    void field.enter()
    void field.enter()
    await answer(0, savedAs('12', 4))

    expect(requests).toHaveLength(1)
  })

  test('does not send again when the cell is left while saving', async () => {
    const { field, requests, answer } = openField()
    field.type('12')
    void field.enter()

    void field.leave()
    await answer(0, savedAs('12', 4))

    expect(requests).toHaveLength(1)
    expect(field.state.value).toBe('saved')
  })

  test('sends nothing when the text means the saved value', async () => {
    const { field, requests } = openField()
    field.type('8 215.0')

    await afterPause()

    expect(requests).toHaveLength(0)
    expect(field.state.value).toBe('pristine')
  })

  test('an emptied cell is no figure, not zero', async () => {
    const { field, requests } = openField()
    field.type('')

    await afterPause()

    expect(requests[0]?.value).toBeNull()
  })

  test('what was typed a moment ago is sent when the view is left', () => {
    const { field, requests } = openField()
    field.type('12')

    scope.stop()

    expect(requests).toHaveLength(1)
  })
})

describe('typing on while saving', () => {
  test('keeps the newer text, and saves it on the new revision', async () => {
    const { field, requests, answer } = openField()
    field.type('12')
    void field.leave()
    field.type('13')

    await answer(0, savedAs('12', 4))
    expect(field.text.value).toBe('13')
    expect(field.state.value).toBe('dirty')
    await afterPause()

    expect(requests[1]).toMatchObject({ value: '13', revision: 4 })
    expect(requests[1]?.attempt).not.toBe(requests[0]?.attempt)
  })

  test('a late refusal does not mark the newer text', async () => {
    const { field, answer } = openField()
    field.type('12')
    void field.leave()
    field.type('13')

    await answer(0, { kind: 'rejected', message: 'Too large' })

    expect(field.state.value).toBe('dirty')
    expect(field.message.value).toBeNull()
  })
})

describe('a refusal', () => {
  test('keeps the raw text and says why', async () => {
    const { field, answer } = openField()
    field.type('99999999')
    await afterPause()

    await answer(0, { kind: 'rejected', message: 'More than the total' })

    expect(field.state.value).toBe('rejected')
    expect(field.text.value).toBe('99999999')
    expect(field.message.value).toBe('More than the total')
  })

  test('of unreadable text needs no server', async () => {
    const { field, requests } = openField()
    field.type('12 apples')

    await afterPause()

    expect(requests).toHaveLength(0)
    expect(field.state.value).toBe('rejected')
    expect(field.message.value).toBe('This is not a number')
    field.type('12')
    expect(field.state.value).toBe('dirty')
  })
})

describe('without a network', () => {
  test('the figure waits, and goes out with the same key when the network is back', async () => {
    const { field, requests, answer } = openField()
    field.type('12')
    await afterPause()
    await answer(0, { kind: 'unreachable' })
    expect(field.state.value).toBe('queued')

    window.dispatchEvent(new Event('online'))
    await answer(1, savedAs('12', 4))

    expect(requests[1]?.attempt).toBe(requests[0]?.attempt)
    expect(field.state.value).toBe('saved')
  })

  test('the figure goes out again when the person signed in over the page, and not from a page that is left', async () => {
    const { field, requests, answer } = openField()
    field.type('12')
    await afterPause()
    await answer(0, { kind: 'unreachable' })

    resendKept()
    await answer(1, { kind: 'unreachable' })
    expect(requests).toHaveLength(2)

    scope.stop()
    await answer(2, savedAs('12', 4))
    resendKept()

    expect(requests).toHaveLength(3)
  })

  test('nothing is tried again while the session is over, and everything once it is back', async () => {
    const { field, requests, answer } = openField()
    field.type('12')
    await afterPause()
    holdResending()
    await answer(0, { kind: 'unreachable' })
    await vi.advanceTimersByTimeAsync(60_000)
    window.dispatchEvent(new Event('online'))
    expect(requests).toHaveLength(1)

    releaseResending()
    await answer(1, savedAs('12', 4))
    expect(requests).toHaveLength(2)
    expect(field.state.value).toBe('saved')
  })

  test('a request that throws counts as unreachable', async () => {
    const field = scope.run(() =>
      useDraftField({
        saved: { value: null, revision: 0 },
        locale: 'en',
        save: () => Promise.reject(new Error('offline')),
      }),
    )!
    field.type('1')

    await field.leave()

    expect(field.state.value).toBe('queued')
  })
})

describe('a conflict', () => {
  async function inConflict() {
    const opened = openField()
    opened.field.type('12')
    await afterPause()
    await opened.answer(0, theirs)
    return opened
  }

  test('shows mine, theirs and the common start, and sends nothing more', async () => {
    const { field, requests } = await inConflict()
    field.type('12.5')
    await afterPause()

    expect(field.conflict.value).toMatchObject({
      mine: '12.5',
      theirs: { value: '9000', author: 'Ines Calder' },
      base: { value: '8215' },
    })
    expect(requests).toHaveLength(1)
  })

  test('ends by keeping mine: saved on their revision', async () => {
    const { field, requests, answer } = await inConflict()

    void field.keepMine()
    await answer(1, savedAs('12', 6))

    expect(requests[1]).toMatchObject({ value: '12', revision: 5 })
    expect(field.state.value).toBe('saved')
  })

  test('ends by taking theirs without a request', async () => {
    const { field, requests } = await inConflict()

    field.takeTheirs()

    expect(field.text.value).toBe('9\u00a0000')
    expect(field.state.value).toBe('pristine')
    expect(requests).toHaveLength(1)
  })

  test('ends by editing further, on their revision', async () => {
    const { field, requests } = await inConflict()

    field.editFurther()
    field.type('10')
    await afterPause()

    expect(requests[1]).toMatchObject({ value: '10', revision: 5 })
  })
})

describe('a change told from elsewhere', () => {
  test('is taken over while nothing is typed', async () => {
    const { field, told } = openField()

    told.value = { value: '7', revision: 4 }
    await vi.advanceTimersByTimeAsync(0)

    expect(field.text.value).toBe('7')
  })

  test('never replaces typed text', async () => {
    const { field, told } = openField()
    field.type('12')

    told.value = { value: '7', revision: 4 }
    await vi.advanceTimersByTimeAsync(0)

    expect(field.text.value).toBe('12')
  })
})

test('Escape brings back the saved value', () => {
  const { field } = openField()
  field.type('12')

  field.revert()

  expect(field.text.value).toBe('8\u00a0215')
  expect(field.state.value).toBe('pristine')
})

test('doubtful text is shown back as it was read', () => {
  const { field } = openField()

  field.type('1,234')

  expect(field.echo.value).toBe('1\u00a0234')
})

test('what doubtful text was read as stays told after it is saved and left, until somebody types', async () => {
  const { field, answer, told } = openField()
  field.type('12.000')
  const left = field.leave()
  await answer(0, savedAs('12', 4))
  told.value = { value: '12', revision: 4 }
  await left
  await vi.advanceTimersByTimeAsync(5_000)

  expect(field.state.value).toBe('pristine')
  expect(field.text.value).toBe('12')
  expect(field.echo.value).toBe('12')

  field.type('13')
  expect(field.echo.value).toBeNull()
})

test('the figure of somebody else ends what was told of the own one', async () => {
  const { field, answer, told } = openField()
  field.type('12.000')
  await afterPause()
  await answer(0, savedAs('12', 4))
  told.value = { value: '40', revision: 5 }
  await vi.advanceTimersByTimeAsync(0)

  expect(field.text.value).toBe('40')
  expect(field.echo.value).toBeNull()
})

test('leaving writes the figure as it was read', async () => {
  const { field, answer } = openField()
  field.type('12.50')
  await afterPause()
  await answer(0, savedAs('12.5', 4))
  expect(field.text.value).toBe('12.50')

  await field.leave()
  expect(field.text.value).toBe('12.5')
})

test('a per cent sign is not read over where the figure is no percentage', async () => {
  const requests: SaveRequest[] = []
  const field = scope.run(() =>
    useDraftField({
      saved: { value: null, revision: 0 },
      locale: 'en',
      percent: false,
      unreadable: 'This is not a number',
      save: async (request) => {
        requests.push(request)
        return savedAs(request.value, 1)
      },
    }),
  )!
  field.type('50%')
  await afterPause()

  expect(field.state.value).toBe('rejected')
  expect(requests).toEqual([])
})

describe('leaving', () => {
  /** Whether the browser would ask before it leaves the page. */
  function asksBeforeLeaving() {
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    return event.defaultPrevented
  }

  test('a page that closes sends what was typed a moment before, and asks until it is saved', async () => {
    const { field, requests, answer } = openField()
    expect(asksBeforeLeaving()).toBe(false)

    field.type('12')
    window.dispatchEvent(new Event('pagehide'))
    expect(requests).toMatchObject([{ value: '12', revision: 3 }])
    expect(asksBeforeLeaving()).toBe(true)

    await answer(0, savedAs('12', 4))
    expect(asksBeforeLeaving()).toBe(false)
    expect(requests).toHaveLength(1)
  })

  test('a text that is no number holds the person back, a figure under way does not', () => {
    const { field } = openField()
    field.type('12')
    expect(isSomethingHeld()).toBe(false)

    field.type('n/a')
    field.leave()

    expect(isSomethingHeld()).toBe(true)
    expect(asksBeforeLeaving()).toBe(true)
    field.revert()
    expect(isSomethingHeld()).toBe(false)
  })

  test('what waits for the network in this page alone holds the person back', async () => {
    const { field, answer } = openField()
    field.type('12')
    await afterPause()
    expect(isSomethingHeld()).toBe(false)

    await answer(0, { kind: 'unreachable' })
    expect(isSomethingHeld()).toBe(true)
    await answer(1, savedAs('12', 4))
    expect(isSomethingHeld()).toBe(false)
  })
})

describe('keeping on the device', () => {
  function openKeeping(kept: KeptDraft | null, saved: SavedValue = { value: '8215', revision: 3 }) {
    const device: { kept: KeptDraft | null } = { kept }
    const requests: SaveRequest[] = []
    const answers: ((outcome: SaveOutcome) => void)[] = []
    const field = scope.run(() =>
      useDraftField({
        saved,
        locale: 'en',
        save: (request) => {
          requests.push(request)
          return new Promise<SaveOutcome>((resolve) => answers.push(resolve))
        },
        keep: {
          read: async () => device.kept,
          write: (draft) => (device.kept = draft),
          forget: () => (device.kept = null),
        },
      }),
    )!
    async function answer(outcome: SaveOutcome) {
      answers.shift()?.(outcome)
      await vi.advanceTimersByTimeAsync(0)
    }
    return { device, field, requests, answer }
  }
  const KEPT = { text: '12', value: '12', base: { value: '8215', revision: 3 }, attempt: 'first' }

  test('M7: what was refused at an earlier visit waits for the person, who sends it by Enter', async () => {
    const { field, requests, answer } = openKeeping({ ...KEPT, trouble: 'rejected' })
    await vi.advanceTimersByTimeAsync(60_000)
    resendKept()
    await field.leave()
    await vi.advanceTimersByTimeAsync(0)
    expect(requests).toEqual([])
    expect(field.state.value).toBe('rejected')
    expect(field.text.value).toBe('12')

    void field.enter()
    await vi.advanceTimersByTimeAsync(0)
    expect(requests).toMatchObject([{ value: '12', revision: 3 }])
    await answer(savedAs('12', 4))
    expect(field.state.value).toBe('saved')
  })

  test('tells with what is kept that somebody must look at it', async () => {
    const { device, field, answer } = openKeeping(null)
    field.type('12')
    await afterPause()
    await answer({ kind: 'rejected', message: 'The assessment is signed' })
    expect(device.kept).toMatchObject({ text: '12', trouble: 'rejected' })

    field.type('13')
    expect(device.kept?.trouble).toBeUndefined()
  })

  test('M2: from the first key until the server has it', async () => {
    const { device, field, requests, answer } = openKeeping(null)
    field.type('12')
    expect(device.kept).toMatchObject({ text: '12', value: '12', base: { revision: 3 } })

    await afterPause()
    await answer({ kind: 'unreachable' })
    expect(device.kept?.attempt).toBe(requests[0]!.attempt)

    resendKept()
    await vi.advanceTimersByTimeAsync(0)
    await answer(savedAs('12', 4))
    expect([requests.length, requests[1]!.attempt]).toEqual([2, requests[0]!.attempt])
    expect(device.kept).toBeNull()
  })

  test('M2: what was left is typed again after a reload, with the key it had', async () => {
    const { device, field, requests, answer } = openKeeping(KEPT)
    await vi.advanceTimersByTimeAsync(0)
    expect(field.text.value).toBe('12')
    expect(requests).toMatchObject([{ value: '12', revision: 3, attempt: 'first' }])

    await answer(savedAs('12', 4))
    expect(device.kept).toBeNull()
  })

  test('M7: what somebody saved meanwhile is not written over', async () => {
    const { device, field, requests, answer } = openKeeping(KEPT, { value: '9000', revision: 5 })
    await vi.advanceTimersByTimeAsync(0)
    expect(requests[0]).toMatchObject({ revision: 3 })

    await answer(theirs)
    expect(field.conflict.value).toMatchObject({ mine: '12', base: { value: '8215' } })
    expect(device.kept).toMatchObject({ text: '12' })

    field.takeTheirs()
    expect(device.kept).toBeNull()
  })

  test('what the server has already is let go, and what was typed since is left alone', async () => {
    const had = openKeeping({ ...KEPT, value: '8215' })
    await vi.advanceTimersByTimeAsync(0)
    expect([had.requests, had.device.kept]).toEqual([[], null])

    const typing = openKeeping(KEPT)
    typing.field.type('77')
    await vi.advanceTimersByTimeAsync(0)
    expect(typing.field.text.value).toBe('77')
  })

  test('text that is no figure stays as it was typed', async () => {
    const { device, field } = openKeeping(null)
    field.type('about 12')
    await afterPause()
    expect(field.state.value).toBe('rejected')
    expect(device.kept).toMatchObject({ text: 'about 12' })
    expect(device.kept?.value).toBeUndefined()
  })
})
