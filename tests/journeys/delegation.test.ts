import { expect, test } from 'vitest'
import { Delegator } from './people/delegator.ts'
import { Inspector } from './people/inspector.ts'
import { useStage } from './stage.ts'

const stage = useStage()
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('M6: Mariam gives an outcome to Leon with a day, undoes it, and gives it again', async () => {
  const mariam = await Delegator.named('Mariam Selk', stage())
  await mariam.opensTheDelegation()
  await mariam.choosesAllOf('TF-01')
  await mariam.gives('Leon Tarask', inDays(9))
  expect(await mariam.whoHas('TF-01-1')).toContain('Leon Tarask')
  await mariam.presses('Undo')
  await mariam.seesNobodyHas('TF-01-1')
  await mariam.choosesAllOf('TF-01')
  await mariam.gives('Leon Tarask', inDays(9))
})

test('M6: Leon sees these at home, marks one as done, and Mariam sees the mark', async () => {
  const leon = await Delegator.named('Leon Tarask', stage())
  await leon.opens('/member/')
  await leon.seesAllOfHisWork()
  await leon.presses('Mark as done: TF-01-1')
  await leon.presses('Done, take back: TF-01-1')
  await leon.presses('Mark as done: TF-01-1')

  const mariam = await Delegator.named('Mariam Selk', stage())
  await mariam.opensTheDelegation()
  await mariam.showsOnly('Marked as done')
  expect(await mariam.whoHas('TF-01-1')).toMatch(/Leon Tarask.*done/s)
})

test('M6: what Leon was not given is not there for him', async () => {
  const leon = await Delegator.named('Leon Tarask', stage())
  await leon.opens('/member/assessment/kpi/EP-01-1')
  await leon.seesHeading(/EP-01-1/)
  expect(await leon.reads('Save')).toBe(false)
})

test('the delegation puts up no barrier', async () => {
  const mariam = await Inspector.as('Mariam Selk', 'member', stage())
  expect(await mariam.inspects('/member/assessment/delegation')).toEqual([])
})
