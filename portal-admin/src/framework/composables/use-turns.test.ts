import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { useTurns } from './use-turns'

test('a step begins when the one before has ended, also when that one failed', async () => {
  const done: string[] = []
  const inTurn = useTurns()
  let end: () => void = () => undefined

  inTurn(() => new Promise<void>((resolve) => (end = resolve)).then(() => void done.push('first')))
  inTurn(() => Promise.reject(new Error('refused')))
  inTurn(async () => void done.push('third'))
  await flushPromises()
  expect(done).toEqual([])

  end()
  await flushPromises()
  expect(done).toEqual(['first', 'third'])
})
