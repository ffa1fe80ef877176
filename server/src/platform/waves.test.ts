import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Waves } from './waves'

const started: string[] = []
const start = (name: string) => () => void started.push(name)

test('what waits starts together, after everything that ran has ended', async () => {
  started.length = 0
  const waves = new Waves()
  const [first, last] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const quick = waves.run(() => first.promise)
  const slow = waves.run(() => last.promise)
  void quick.then(() => waves.wait(start('of the quick')))
  void slow.then(() => waves.wait(start('of the slow')))

  first.resolve()
  await quick
  await nextTurn()
  expect(started).toEqual([])
  last.resolve()
  await slow
  await nextTurn()
  expect(started).toEqual(['of the quick', 'of the slow'])
})

test('what nothing holds back starts in the next turn', async () => {
  started.length = 0
  new Waves().wait(start('alone'))

  expect(started).toEqual([])
  await nextTurn()
  expect(started).toEqual(['alone'])
})

test('work that fails holds nothing back', async () => {
  started.length = 0
  const waves = new Waves()
  await waves.run(() => Promise.reject(new Error('no such table'))).catch(() => {})
  waves.wait(start('after it'))

  await nextTurn()
  expect(started).toEqual(['after it'])
})
