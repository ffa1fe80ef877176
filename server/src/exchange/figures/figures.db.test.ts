import { describe, expect, test } from 'vitest'
import { mine } from '../../assessment/asking.testing.ts'
import { useWorld } from '../../../../tests/setup/world.ts'
import { figuresOf } from './figures.testing'

const world = useWorld()
const { opens, check } = figuresOf(world)

describe('try', () => {
  test('round', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const { id } = await mine(coordinator)
    const file = await opens(coordinator, id)
    console.log(file.book.SheetNames, file.hiddenness('pmm'))
    for (const name of file.book.SheetNames)
      console.log(name, JSON.stringify(file.rows(name).slice(0, 14)))
    const same = await check(coordinator, id, file.saves())
    console.log(JSON.stringify(same).slice(0, 3000))
    expect(same.problems).toEqual([])
  })
})
