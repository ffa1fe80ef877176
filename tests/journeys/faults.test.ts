import { expect, test } from 'vitest'
import { Coordinator } from './people/coordinator.ts'
import { Delegator } from './people/delegator.ts'
import { Member } from './people/member.ts'
import { Typist } from './people/typist.ts'
import { Unlucky } from './people/unlucky.ts'
import { useStage } from './stage.ts'

const stage = useStage()
const inNineDays = () => new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)
const ALL = 'All declarations, 2024 (T)'

test('M9: Torun clicks twice on the signature, and there is one submission', async () => {
  const torun = await Unlucky.named('Torun Veland', stage())
  await torun.opens('/member/assessment/submit')
  expect(await torun.signsWithTwoClicks()).toBe(1)
  await torun.sees('Submission 1')
  expect(await torun.reads('Submission 2')).toBe(false)
  expect(await torun.reads('The assessment has moved on in the meantime')).toBe(false)
})

test('M2: a save whose answer is lost on the way is sent again under its key, and applied once', async () => {
  const mariam = await Unlucky.named('Mariam Selk', stage())
  const typist = await Typist.named('Mariam Selk', stage().origin)
  const at = await typist.assessment()
  const before = (await typist.figures(at.id, at.year)).get('DECL_ALL')!
  await mariam.turnsTo('TF-01-1')
  const keys = await mariam.losesTheAnswerTo('471100')

  await mariam.types('471100', ALL)
  await mariam.seesStatus('Kept on this device')
  expect((await typist.figures(at.id, at.year)).get('DECL_ALL')).toEqual({
    value: '471100',
    version: before.version + 1,
  })
  await mariam.losesTheNetwork()
  await mariam.hasTheNetworkAgain()
  await mariam.waitsUntilSaved()
  await mariam.keepsNothing()

  expect(keys.length).toBeGreaterThan(1)
  expect(new Set(keys).size).toBe(1)
  expect((await typist.figures(at.id, at.year)).get('DECL_ALL')).toEqual({
    value: '471100',
    version: before.version + 1,
  })
})

test.each([-30, 5, 24 * 9])(
  'with a device clock wrong by %i hours deadlines are told right, and what was typed without network is saved',
  async (hours) => {
    const right = await Unlucky.named('Mariam Selk', stage())
    const wrong = await Unlucky.named('Mariam Selk', stage())
    await wrong.hasAClockWrongBy(hours)
    expect(await wrong.readsTheDeadline()).toBe(await right.readsTheDeadline())

    await wrong.turnsTo('TF-05-1')
    const label = await wrong.firstFigure()
    const figure = String(300 + hours)
    await wrong.losesTheNetwork()
    await wrong.types(figure, label)
    await wrong.seesStatus('Kept on this device')
    await wrong.hasTheNetworkAgain()
    await wrong.waitsUntilSaved()
    await wrong.keepsNothing()
    await right.turnsTo('TF-05-1')
    expect(await right.readsFigure(label)).toBe(figure)
  },
)

test('a colleague put out while typing is told so, and what was typed stays in the cell', async () => {
  const delegator = await Delegator.named('Mariam Selk', stage())
  await delegator.opensTheDelegation()
  await delegator.choosesAllOf('TF-01')
  await delegator.gives('Leon Tarask', inNineDays())
  const leon = await Member.named('Leon Tarask', stage())
  const mariam = await Coordinator.named('Mariam Selk', stage())
  await leon.turnsTo('TF-01-1')
  await leon.readsFigure(ALL)
  await leon.comesToRest()
  await mariam.turnsToPeople()
  await mariam.deactivates('Leon Tarask')

  await leon.types('62', ALL)
  await leon.seesDialog('Your session has ended')
  expect(await leon.readsFigure(ALL)).toBe('62')
})
