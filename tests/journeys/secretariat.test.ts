import { expect, test } from 'vitest'
import { useStage } from './stage.ts'
import { Member } from './people/member.ts'
import { Officer } from './people/officer.ts'

const stage = useStage()
const inThreeWeeks = () =>
  new Date(Date.now() + 21 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

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

test('S6, M11: Ines returns one item with a reason, Sorelia answers and submits again, she accepts', async () => {
  const ines = await Officer.named('Ines Calder', stage())
  await ines.opensTheSubmissionOf('Sorelia')
  await ines.returns('TF-01-1', 'Does this include postal declarations?', inThreeWeeks())
  await ines.sees('Does this include postal declarations?')

  const camila = await Member.named('Camila Reyden', stage())
  await camila.sees('Does this include postal declarations?')
  await camila.turnsTo('TF-01-2')
  await camila.sees(/^Only the returned items can be changed/)
  await camila.turnsTo('TF-01-1')
  await camila.answersTheReturn('Yes, since April 2024.')

  const aurelio = await Member.named('Aurelio Dantes', stage())
  await aurelio.opens('/member/assessment/submit')
  await aurelio.signs()

  await ines.opensTheSubmissionOf('Sorelia')
  await ines.sees('Yes, since April 2024.')
  await ines.accepts('TF-01-1')
  await ines.seesStatus('Accepted')
  await camila.goesHome()
  await camila.reloads()
  await camila.seesHeading(/is accepted$/)
})
