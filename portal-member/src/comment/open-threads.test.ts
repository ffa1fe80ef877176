import { expect, test } from 'vitest'
import { openThreads } from './open-threads'

test('counts what is open in both circles and leaves out what is settled', () => {
  const internal = [
    { kpiCode: 'TF-01-1', open: 2 },
    { kpiCode: 'RC-01-1', open: 0 },
  ]

  expect([...openThreads(internal, [{ kpiCode: 'TF-01-1', open: 1 }])]).toEqual([['TF-01-1', 3]])
})
