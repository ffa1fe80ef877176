import { afterEach, expect, test, vi } from 'vitest'
import { createApp, effectScope } from 'vue'
import { provideAnnouncer, QUIET_FOR_MS } from './announce'

afterEach(() => vi.useRealTimers())

test('speaks at once, then at most once in five seconds, and then the latest text', () => {
  vi.useFakeTimers()
  const app = createApp({
    setup() {
      const { announce, spoken } = provideAnnouncer()
      announce('1 figure saved')
      announce('2 figures saved')
      announce('3 figures saved')
      expect(spoken.value).toBe('1 figure saved')

      vi.advanceTimersByTime(QUIET_FOR_MS)
      expect(spoken.value).toBe('3 figures saved')
      return () => null
    },
  })
  effectScope().run(() => app.mount(document.createElement('div')))
  expect.assertions(2)
})
