import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { useSingleKeyChoice, useSingleKeys } from './single-keys'

describe('single keys', () => {
  const next = vi.fn<() => void>()
  let scope: EffectScope

  beforeEach(() => {
    next.mockReset()
    scope = effectScope()
    scope.run(() => useSingleKeys({ j: next }))
  })
  afterEach(() => {
    scope.stop()
    document.body.replaceChildren()
  })

  const press = (target: EventTarget, init: KeyboardEventInit = {}) =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, ...init }))

  const within = (tag: string) => {
    const element = document.createElement(tag)
    document.body.append(element)
    return element
  }

  it('act anywhere on the page, with or without shift', () => {
    press(document.body)
    press(within('button'), { key: 'J' })

    expect(next).toHaveBeenCalledTimes(2)
  })

  it.each(['textarea', 'select', 'input'])('stay out of the way of typing in a %s', (tag) => {
    press(within(tag))

    expect(next).not.toHaveBeenCalled()
  })

  it('leave shortcuts of the browser and open dialogs alone', () => {
    const dialog = within('dialog')
    const button = document.createElement('button')
    dialog.append(button)

    press(document.body, { ctrlKey: true })
    press(document.body, { metaKey: true })
    press(button)

    expect(next).not.toHaveBeenCalled()
  })

  it('end with the screen', () => {
    scope.stop()
    press(document.body)

    expect(next).not.toHaveBeenCalled()
  })

  it('rest while the person has switched them off, which the device keeps', () => {
    const { isOn, setSingleKeys } = useSingleKeyChoice()
    setSingleKeys(false)
    press(document.body)
    expect(next).not.toHaveBeenCalled()
    expect([isOn.value, localStorage.getItem('pmm.singleKeys')]).toEqual([false, 'off'])

    setSingleKeys(true)
    press(document.body)
    expect(next).toHaveBeenCalledTimes(1)
  })
})
