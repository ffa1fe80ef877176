import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Waves } from './waves'

const started: string[] = []
const start = (name: string) => () => void started.push(name)

test('what waits starts together, after everything that ran has ended', async () => {
  started.length = 0
  const waves = new Waves()
  const quick = waves.run(() => wait(1))
  const slow = waves.run(() => wait(15))
  void quick.then(() => waves.wait(start('of the quick')))
  void slow.then(() => waves.wait(start('of the slow')))

  await quick
  await wait(5)
  expect(started).toEqual([])
  await slow
  await wait(5)
  expect(started).toEqual(['of the quick', 'of the slow'])
})

test('what nothing holds back starts in the next turn', async () => {
  started.length = 0
  new Waves().wait(start('alone'))

  expect(started).toEqual([])
  await wait(1)
  expect(started).toEqual(['alone'])
})

test('work that fails holds nothing back', async () => {
  started.length = 0
  const waves = new Waves()
  await waves.run(() => Promise.reject(new Error('no such table'))).catch(() => {})
  waves.wait(start('after it'))

  await wait(1)
  expect(started).toEqual(['after it'])
})
