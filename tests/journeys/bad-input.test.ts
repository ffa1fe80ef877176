import { expect, test } from 'vitest'
import { useStage } from './stage.ts'
import { Member } from './people/member.ts'
import { Officer } from './people/officer.ts'

const stage = useStage()
const ELECTRONIC = 'Declarations submitted and processed electronically, 2024 (T)'
const ALL = 'All declarations, 2024 (T)'
const OPERATORS = 'Authorized Economic Operators at the end of the year'
const inThreeWeeks = () =>
  new Date(Date.now() + 21 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

test('M3, M4: Alina reads what is impossible, what is missing and why a value cannot be computed', async () => {
  const alina = await Member.named('Alina Dorn', stage())
  await alina.startsTheAssessment()

  await alina.turnsTo('TF-01-1')
  await alina.types('-5', ELECTRONIC)
  await alina.sees(/cannot be negative \(−5\)/)
  await alina.types('1'.repeat(60), ALL)
  await alina.sees('This number has too many digits.')
  expect(await alina.readsFigure(ALL)).toBe('1'.repeat(60))
  await alina.types('0', ELECTRONIC)
  await alina.types('0', ALL)
  await alina.seesValue('not computable')
  await alina.seesValue('The denominator is zero')

  await alina.turnsTo('TF-02-1')
  await alina.types('120', `${OPERATORS}, 2024 (T)`)
  await alina.seesValue('waiting for B')
  await alina.types('0', `${OPERATORS}, 2023 (T-1)`)
  await alina.seesValue('The value of T-1 is zero')
  await alina.types('100', `${OPERATORS}, 2023 (T-1)`)
  await alina.seesValue('20.0%')
})

test('M9: Torun signs in two windows; the second says what happened, and there is one receipt', async () => {
  const torun = await Member.named('Torun Veland', stage())
  const elsewhere = await Member.named('Torun Veland', stage())
  await torun.opens('/member/assessment/submit')
  await elsewhere.opens('/member/assessment/submit')

  await torun.signs()
  await elsewhere.putsTheSignature()

  await elsewhere.sees('The assessment has moved on in the meantime; this is no longer possible.')
  await elsewhere.seesHeading('Receipt')
  await elsewhere.sees('Submission 1')
  expect(await elsewhere.reads('Submission 2')).toBe(false)
})

test('S6: Ines accepts what Jonas has just returned, reads why she cannot, and sees the present state', async () => {
  const ines = await Officer.named('Ines Calder', stage())
  const jonas = await Officer.named('Jonas Lindt', stage())
  await ines.opensTheSubmissionOf('Sorelia')
  await ines.asksToAccept()
  await jonas.opensTheSubmissionOf('Sorelia')
  await jonas.returns('TF-01-1', 'Does this include postal declarations?', inThreeWeeks())

  await ines.confirmsAcceptance()

  await ines.seesRefusal(/Only a submitted assessment/)
  await ines.closesTheDialog()
  await ines.seesStatus('Returned')
  await ines.sees('Does this include postal declarations?')
  expect(await ines.cannotPress('Accept')).toBe(true)
})

test('an address without anything, or with something of others, says so in both portals', async () => {
  // Her assessment is under way from the start, whatever the tests above have done.
  const mariam = await Member.named('Mariam Selk', stage())
  for (const address of ['nowhere', 'peer-review/nothing']) {
    await mariam.findsNothingAt(`/member/${address}`)
  }
  await mariam.opens('/member/assessment/kpi/ZZ-99-9')
  await mariam.seesHeading('ZZ-99-9 is not open to you')

  const ines = await Officer.named('Ines Calder', stage())
  for (const address of [
    'nowhere',
    'versions/NOTHING',
    'versions/PMM-V1-DEMO/kpis/ZZ-99-9',
    'cycles/NOTHING',
    'assessments/nothing',
    'reviews/nothing',
    'releases/NOTHING',
  ]) {
    await ines.findsNothingAt(`/admin/${address}`)
  }
})
