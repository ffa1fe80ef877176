import { expect, test } from 'vitest'
import { useStage } from './stage.ts'
import { Member } from './people/member.ts'
import { Officer } from './people/officer.ts'

const stage = useStage()
const inDays = (count: number) =>
  new Date(Date.now() + count * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

test('S5: Ines follows the cycle as counts and cannot open what was not submitted', async () => {
  const ines = await Officer.named('Ines Calder', stage())
  await ines.opensTheMonitoring()

  await ines.sees(/counts only, no unsubmitted figures/)
  const nordavia = await ines.readsOnTheBoard('Nordavia')

  expect(nordavia).toContain('of 82 figures')
  expect(nordavia).not.toContain('%')
  expect(await ines.finds('link', 'Nordavia')).toBe(false)
  expect(await ines.finds('link', 'Sorelia')).toBe(true)
})

test('S5: each number of the overview leads Ines to the administrations behind it', async () => {
  const ines = await Officer.named('Ines Calder', stage())
  await ines.opens('/admin/')
  await ines.sees('2 submissions of Cycle 2 wait to be read')
  await ines.follows(/^Submitted/)
  await ines.seesHeading('Administrations')

  await ines.sees('2 of 2 shown')
  expect(await ines.finds('link', 'Sorelia')).toBe(true)

  await ines.opens('/admin/cycles/C2024')
  await ines.follows(/^Submitted or later 7$/)
  await ines.sees('7 of 7 shown')
})

test('S6, M11: Ines returns one item with a reason, Sorelia answers and submits again, she accepts', async () => {
  const ines = await Officer.named('Ines Calder', stage())
  await ines.opensTheSubmissionOf('Sorelia')
  await ines.returns('TF-01-1', 'Does this include postal declarations?', inDays(21))
  await ines.sees('Does this include postal declarations?')

  const aurelio = await Member.named('Aurelio Dantes', stage())
  await aurelio.seesHeading(/^One returned item is still to be answered, due /)
  expect(await aurelio.finds('link', 'Check and submit again')).toBe(false)

  const camila = await Member.named('Camila Reyden', stage())
  await camila.sees('Does this include postal declarations?')
  await camila.turnsTo('TF-01-2')
  await camila.sees(/^Only the returned items can be changed/)
  await camila.turnsTo('TF-01-1')
  await camila.enters('1390000', await camila.firstFigure())
  await camila.answersTheReturn('Yes, since April 2024.')
  await camila.asksForTheSignature()

  await aurelio.opens('/member/assessment/submit')
  await aurelio.seesHeading('Changes since the last submission')
  await aurelio.sees(/^1.390.000\sdeclarations$/)
  await camila.turnsTo('TF-01-1')
  await camila.enters('1391000', await camila.firstFigure())
  await aurelio.putsTheSignature()
  await aurelio.sees(/^Something was changed while you were reading/)
  await aurelio.sees(/^1.391.000\sdeclarations$/)
  await aurelio.signs()

  await ines.opensTheSubmissionOf('Sorelia')
  await ines.sees('Yes, since April 2024.')
  await ines.readsOnly(/^Changed/)
  await ines.sees('What changed')
  await ines.sees(/^1.391.000\sdeclarations$/)
  await ines.picksSubmission(1)
  await ines.sees(/^You read submission 1/)
  expect(await ines.finds('button', 'Accept')).toBe(false)
  await ines.picksSubmission(2)
  await ines.accepts('TF-01-1')
  await ines.seesStatus('Accepted')
  await camila.goesHome()
  await camila.reloads()
  await camila.seesHeading(/is accepted$/)
})

test('S7: Camila asks for a reopening of one KPI, Ines reopens it as asked; the former submissions and receipts stay', async () => {
  const camila = await Member.named('Camila Reyden', stage())
  await camila.asksForAReopening('TF-01-2', 'One customs office was left out.')
  await camila.sees(/^Camila Reyden asked on .*: One customs office was left out\.$/)

  const ines = await Officer.named('Ines Calder', stage())
  await ines.opens('/admin/')
  await ines.follows('Sorelia asks for its assessment to be reopened')
  await ines.sees('One customs office was left out.')
  await ines.reopensAsAsked(inDays(20))
  await ines.seesStatus('Returned')

  await camila.turnsTo('TF-01-3')
  await camila.sees(/^Only the returned items can be changed/)
  await camila.turnsTo('TF-01-2')
  await camila.enters('77', await camila.firstFigure())
  await camila.opens('/member/assessment/submit')
  await camila.sees('Reopened at your request')
  await camila.sees('One customs office was left out.')
  await camila.sees('Submission 2')
  await camila.sees(/^TF-01-2/)

  await ines.opensTheSubmissionOf('Sorelia')
  await ines.seesTheReceiptOf(2)
})

test('S4: Ines plans a cycle for whom she chooses, reads what opening it brings about, opens it, and only they find it', async () => {
  const ines = await Officer.named('Ines Calder', stage())
  await ines.beginsACycle()
  await ines.fillsIn({ Code: 'C2024' })
  await ines.presses('Plan cycle')
  await ines.sees('5 points to settle')
  await ines.fillsIn({
    'Reporting year (T)': String(new Date().getFullYear() - 1),
    'Planned opening': inDays(0),
    'End of entry': inDays(120),
    'Name, English': 'Cycle 3',
    'Name, French': 'Cycle 3',
    'Group figures for the public': '9',
  })
  await ines.chooses('Default disclosure', 'WCO members')
  await ines.presses('Plan cycle')
  await ines.sees(/^Group figures for the public: At least 10 administrations/)
  await ines.sees('Code: Another cycle has this code.')
  await ines.fillsIn({ Code: 'CYCLE3', 'Group figures for the public': '12' })
  await ines.presses('Plan cycle')

  await ines.seesHeading('Cycle 3')
  await ines.seesStatus('Planned')
  await ines.sees(/^Now: planned\. It is to open on .+; entry is to end on .+\.$/)
  await ines.corrects({ 'Name, English': 'Cycle 3 of the PMM', Code: 'CYCLE3B' })
  await ines.seesHeading('Cycle 3 of the PMM')
  await ines.sees(/^187 administrations are invited/)
  await ines.sees(/^Answers begin with the level “WCO members”/)
  await ines.sees(/5 administrations for members and 12 for the public/)
  await ines.sees(/^Region, income group, type and geography/)
  await ines.invitesOnly('Sorelia')
  await ines.sees(/^1 administration is invited;/)
  await ines.sees(/^Administrations that were not chosen/)
  await ines.decides('Open cycle', 'PMMPT/7', inDays(-2))
  await ines.seesStatus('Open')
  await ines.movesTheEndTo(inDays(150))
  await ines.plansAnother('CYCLE4', 'Cycle 4', inDays(0), inDays(90))
  await ines.callsOff()
  await ines.seesHeading('Cycles')
  await ines.hears('Cycle 4 called off')
  expect(await ines.finds('link', 'Cycle 4')).toBe(false)

  const camila = await Member.named('Camila Reyden', stage())
  await camila.sees('Cycle 3 of the PMM')
  const mariam = await Member.named('Mariam Selk', stage())
  await mariam.sees('Cycle 2')
  expect(await mariam.finds('button', 'Start the self-assessment')).toBe(false)
})
