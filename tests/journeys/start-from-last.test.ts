import { expect, test } from 'vitest'
import { Continuer } from './people/continuer.ts'
import { Inspector } from './people/inspector.ts'
import { Officer } from './people/officer.ts'
import { useStage } from './stage.ts'

const stage = useStage()
const inDays = (count: number) =>
  new Date(Date.now() + count * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

test('M14: no figure of another year is offered, and Mariam reads why', async () => {
  const mariam = await Continuer.named('Mariam Selk', stage())
  await mariam.looksAtTheLastCycle()
  await mariam.seesHeading('There is nothing to carry over')
  await mariam.sees(/Cycle 1 measured 2022.*this cycle asks for figures of 2023/)
  const other = await mariam.readsWhatIsLeftOut(/^Another year/)
  expect(other).toContain('Cycle 1 measured 2022, needed is 2023')
  expect(await mariam.cannotPress('Take over')).toBe(true)
})

test('M14: Camila begins the next cycle with figures of exactly that year, each confirmed, and takes them back as one', async () => {
  const ines = await Officer.named('Ines Calder', stage())
  await ines.beginsACycle()
  await ines.fillsIn({
    Code: 'CYCLE3',
    'Reporting year (T)': '2025',
    'Planned opening': inDays(0),
    'End of entry': inDays(120),
    'Name, English': 'Cycle 3',
    'Name, French': 'Cycle 3',
  })
  await ines.presses('Plan cycle')
  await ines.seesHeading('Cycle 3')
  await ines.decides('Open cycle', 'PMMPT/7', inDays(-2))
  await ines.seesStatus('Open')

  const camila = await Continuer.named('Camila Reyden', stage())
  await camila.startsTheAssessment()
  await camila.looksAtTheLastCycle()
  await camila.seesHeading('Figures of 2024 from Cycle 2')
  const offer = await camila.readsTheOffer()
  expect(offer.length).toBeGreaterThan(1)
  expect(offer.filter(({ isChosen }) => isChosen)).toEqual([])
  expect(await camila.cannotPress('Take over nothing')).toBe(true)

  const [first, second] = offer
  await camila.confirms(first!.label)
  await camila.confirms(second!.label)
  await camila.presses('Take over 2 figures')
  await camila.sees('2 figures were taken over')
  await camila.losesTheOffer(first!.label)
  expect(await camila.readsWhatIsLeftOut('Filled in already')).toContain(first!.label)

  await camila.presses('Undo')
  await camila.sees('2 figures were taken back')
  await camila.isOfferedAgain(first!.label)
  await camila.isOfferedAgain(second!.label)
  expect((await camila.readsTheOffer()).map(({ label }) => label)).toEqual(
    offer.map(({ label }) => label),
  )
  await camila.confirms(first!.label)
  await camila.presses('Take over 1 figure')
  await camila.sees('1 figure was taken over')
  await camila.reloads()
  expect(await camila.readsWhatIsLeftOut('Filled in already')).toContain(first!.label)

  const elsewhere = await Continuer.named('Camila Reyden', stage())
  await elsewhere.opens(camila.page.url())
  expect(await elsewhere.readsWhatIsLeftOut('Filled in already')).toContain(first!.label)
})

test('M14: the page puts up no barrier', async () => {
  const camila = await Inspector.as('Camila Reyden', 'member', stage())
  const mariam = await Inspector.as('Mariam Selk', 'member', stage())
  expect([
    ...(await camila.inspects('/member/assessment/earlier')),
    ...(await mariam.inspects('/member/assessment/earlier')),
  ]).toEqual([])
})
