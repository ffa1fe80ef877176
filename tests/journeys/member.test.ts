import { expect, test } from 'vitest'
import { useStage } from './stage.ts'
import { Member } from './people/member.ts'

const stage = useStage()
const ELECTRONIC = 'Declarations submitted and processed electronically, 2024 (T)'
const ALL = 'All declarations, 2024 (T)'
const ELEMENTS = 'Data elements requested that are aligned with the WCO Data Model, 2024 (T)'

test('M1: Alina signs in with one click, sees cycle and deadline, and starts one assessment', async () => {
  const alina = await Member.named('Alina Dorn', stage())
  await alina.sees(/^Hestria · Cycle 2/)
  await alina.sees(/^Entry closes on /)

  const elsewhere = await Member.named('Alina Dorn', stage())
  await alina.startsTheAssessment()
  await alina.turnsTo('TF-01-2')
  await alina.enters('310', ELEMENTS)
  await elsewhere.startsTheAssessment()
  await elsewhere.turnsTo('TF-01-2')

  expect(await elsewhere.readsFigure(ELEMENTS)).toBe('310')
})

test('M2, M5: Alina’s figures save themselves, are there elsewhere, and value, score and trace appear', async () => {
  const alina = await Member.named('Alina Dorn', stage())
  await alina.turnsTo('TF-01-1')

  await alina.enters('962', ELECTRONIC)
  await alina.enters('1000', ALL)

  await alina.sees('96.2%')
  await alina.sees(/Score 96\.2/)
  await alina.sees(/100\s×\s962\s\/\s1\D?000/)
  const elsewhere = await Member.named('Alina Dorn', stage())
  await elsewhere.turnsTo('TF-01-1')
  expect(await elsewhere.readsFigure(ELECTRONIC)).toBe('962')
  await elsewhere.sees('96.2%')
})

test('M4: a KPI that does not apply carries its reason, and can be taken back', async () => {
  const alina = await Member.named('Alina Dorn', stage())
  await alina.turnsTo('TF-08-1')

  await alina.recordsNoFigure(
    'Not applicable: Geography excludes it (for example no transit)',
    'Hestria is an island without transit.',
  )

  await alina.seesHeading('There is no figure: Not applicable')
  await alina.reloads()
  await alina.sees('Hestria is an island without transit.')
  await alina.presses('Enter figures after all')
  await alina.sees('not entered yet')
})

test('M4, M10: Alina rates an instrument and opens one answer to the public', async () => {
  const alina = await Member.named('Alina Dorn', stage())
  await alina.opens('/member/assessment/instruments')
  await alina.rates('Revised Kyoto Convention', '3, applied')
  await alina.turnsTo('TF-01-1')
  await alina.choosesLevel('Public')

  await alina.reloads()

  await alina.seesLevel('Public')
  await alina.opens('/member/assessment/instruments')
  await alina.seesRated('Revised Kyoto Convention', '3, applied')
})

test('M3, M9: while something is open the whole list comes back and nothing is handed over', async () => {
  const mariam = await Member.named('Mariam Selk', stage())
  await mariam.opens('/member/assessment/submit')

  await mariam.presses('Ask for approval')

  await mariam.seesHeading('6 points to settle before submission')
  await mariam.sees('3 KPIs without an answer')
  await mariam.sees('3 KPIs with a warning to explain')
  await mariam.reloads()
  await mariam.seesHeading('Internal approval')
})

test('M9: Mariam completes Aldova’s assessment, Viktor signs, and nobody can change it any more', async () => {
  const mariam = await Member.named('Mariam Selk', stage())
  for (const kpi of ['RC-02-1', 'RC-02-2', 'EP-06-3']) {
    await mariam.turnsTo(kpi)
    await mariam.recordsNoFigure(
      'Not available: The data are not collected',
      'Counting begins next year.',
    )
    await mariam.seesHeading('There is no figure: Not available')
  }
  for (const kpi of ['TF-02-1', 'EP-02-2', 'EP-03-2']) {
    await mariam.turnsTo(kpi)
    await mariam.explains('A new programme began in that year.')
  }
  await mariam.opens('/member/assessment/submit')
  await mariam.seesHeading('Nothing stands in the way')
  await mariam.asksForApproval()
  await mariam.decides('Take the request back')
  await mariam.seesHeading('Internal approval')
  await mariam.asksForApproval()
  await mariam.decides('Propose the withdrawal')

  const viktor = await Member.named('Viktor Almasy', stage())
  await viktor.seesHeading('The assessment is ready for your signature')
  await viktor.sees(/^Mariam Selk proposes to withdraw the assessment and waits for you/)
  await viktor.follows('Confirm or decline')
  await viktor.declinesTheWithdrawal('Everything is there.')
  await viktor.sees(/Everything is there\.$/)
  expect(await viktor.readsAnswer('TF-01-2')).toMatch(
    /78\.0\s%\s+\+4\.9\spoints\s+was 73\.1\s%\s+Public/,
  )
  expect(await viktor.readsAnswer('EP-03-2')).toMatch(/Explanation: A new programme began/)
  await viktor.showsAnswers(/^Reasons 7$/)
  expect(await viktor.readsAnswer('RC-02-1')).toMatch(
    /not available\s+The data are not collected\s+Counting begins next year\.\s+as before/,
  )
  await viktor.signs()
  await viktor.sees(/^Signed by Viktor Almasy/)
  await viktor.seesHeading('Answers as signed with submission 1')

  await mariam.turnsTo('TF-01-1')
  await mariam.sees(/^Submitted on /)
  await mariam.cannotTypeInto(ALL)
})
