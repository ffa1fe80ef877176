import { beforeAll, expect, test } from 'vitest'
import { useStage } from './stage.ts'
import { Reviewed } from './people/reviewed.ts'
import { Officer } from './people/officer.ts'
import { Reviewer } from './people/reviewer.ts'

const stage = useStage()
const inThreeWeeks = () =>
  new Date(Date.now() + 21 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
const DECLARATIONS = 'TF-01-1'
const PAYMENTS = 'TF-01-3'
const REGISTER = 'The register counts postal declarations, the extract does not.'
const PAYMENT_CHANNELS = 'Payments by mobile telephone are missing.'
let katrin: Reviewed
let milos: Reviewed
let ines: Officer
let noemi: Reviewer
let ilse: Reviewer
let review = ''
let ownValue = ''
let ownPage = ''

beforeAll(async () => {
  katrin = await Reviewed.named('Katrin Dobler', stage())
  milos = await Reviewed.named('Milos Perran', stage())
  ines = await Officer.named('Ines Calder', stage())
  noemi = await Reviewer.named('Noemi Castera', stage())
  ilse = await Reviewer.named('Ilse Marten', stage())
})

test('M12: Katrin asks for a review of two KPIs, and nobody outside sees it before Milos has signed', async () => {
  await katrin.turnsTo(DECLARATIONS)
  ownPage = await katrin.readsValue()
  await katrin.requestsReview(
    [DECLARATIONS, PAYMENTS],
    'The way declarations are counted changed in 2024.',
  )
  await katrin.sees(/^The approver has to sign the request/)
  await ines.opens('/admin/reviews')
  expect(await ines.finds('link', 'Westrava')).toBe(false)

  await milos.opensTheReview('Requested')
  await milos.presses('Sign the request')
  await milos.sees('The secretariat looks for a team without conflicts of interest.')

  await ines.opensTheReviewOf('Westrava', 'Requested')
})

test('S8: Ines names a team; Lucia could take part here, but not in the review of her own Sorelia', async () => {
  await ines.opensTheSubmissionOf('Sorelia')
  await ines.accepts()
  const camila = await Reviewed.named('Camila Reyden', stage())
  await camila.requestsReview([DECLARATIONS], 'We would like a second look.')
  const aurelio = await Reviewed.named('Aurelio Dantes', stage())
  await aurelio.opensTheReview('Requested')
  await aurelio.presses('Sign the request')
  await aurelio.sees('The secretariat looks for a team without conflicts of interest.')

  await ines.opensTheReviewOf('Sorelia', 'Requested')
  const atHome = await ines.readsCandidate('Lucia Ferran')
  expect(atHome.isChoosable).toBe(false)
  expect(atHome.standing).toContain('Own administration')

  await ines.opensTheReviewOf('Westrava', 'Requested')
  expect((await ines.readsCandidate('Lucia Ferran')).isChoosable).toBe(true)
  await ines.acceptsReview({ lead: 'Noemi Castera', others: ['Pita Rahui'] })
})

test('S8: Ines is told what a new lead would not be accredited for', async () => {
  await ines.opensTheReviewOf('Kingdom of Orlenia', 'In progress')

  expect(await ines.readsWarningsOfReplacing('Tomas Verrel', 'Karim Benzar')).toBe(
    'The lead is not accredited for EP and OD; only others in the team are.',
  )
  expect(await ines.readsWarningsOfReplacing('Tomas Verrel', 'Noemi Castera')).toBe('')
})

test('R1, R2: the team sees its review alone, and nothing of it before declaring; a conflict is replaced', async () => {
  review = await noemi.beginsDeclaration('Westrava')
  await noemi.triesTheDesk(review)
  await noemi.seesHeading('Declaration about conflicts of interest')
  await noemi.sees(/^Nothing of the review opens before you have declared/)
  await noemi.declaresNoConflict()

  const pita = await Reviewer.named('Pita Rahui', stage())
  await pita.beginsDeclaration('Westrava')
  await pita.declaresConflict('I advised Westrava on these figures in 2024.')
  await pita.findsNothingAt(`/member/review/report/${review}`)

  await ines.opens('/admin/reviews')
  await ines.sees('Conflict declared: replace')
  await ines.opensTheReviewOf('Westrava', 'Accepted')
  await ines.sees('I advised Westrava on these figures in 2024.')
  const leads = (await ines.readsReplacements('Noemi Castera')).join()
  expect(leads).toContain('Karim Benzar')
  expect(leads).not.toContain('Ilse Marten')
  await ines.replaces('Pita Rahui', 'Ilse Marten')

  await ilse.beginsDeclaration('Westrava')
  await ilse.declaresNoConflict()

  const karim = await Reviewer.named('Karim Benzar', stage())
  await karim.opensAssignments()
  expect(await karim.hasAssignment('Westrava')).toBe(false)
  await karim.findsNothingAt(`/member/review/report/${review}`)
  await karim.findsNothingAt(`/member/review/desk/${review}/${DECLARATIONS}`)
})

test('R4, R8: each judges blind, sees the other afterwards, and Westrava’s value stays as it is', async () => {
  await noemi.starts(review)
  await noemi.turnsTo(review, DECLARATIONS)
  ownValue = await noemi.readsMembersValue()

  await noemi.judges(review, {
    kpi: DECLARATIONS,
    value: '91.5',
    confidence: 'High',
    reason: 'Postal declarations are left out of the numerator.',
  })
  await ilse.turnsTo(review, DECLARATIONS)
  await ilse.seesOwn('Blind until you have judged.')
  await ilse.seesOwn('Noemi Castera has judged 1 of 2.')
  expect(await ilse.readsOwn('91.5')).toBe(false)
  await ilse.judges(review, { kpi: DECLARATIONS, confidence: 'Medium' })

  await ilse.seesOwn('Differs: 91.5')
  await ilse.seesOwn('Postal declarations are left out of the numerator.')
  await noemi.turnsTo(review, DECLARATIONS)
  await noemi.seesOwn('Ilse Marten')
  expect(await noemi.readsMembersValue()).toBe(ownValue)
})

test('R5, R10, R11: findings are private until sent, and sharing is refused with everything that is open', async () => {
  await ilse.drafts(review, {
    kpi: DECLARATIONS,
    kind: 'Data quality',
    severity: 'Major',
    text: REGISTER,
    citation: 'Annual report, revision 2, page 14',
  })
  await noemi.turnsTo(review, DECLARATIONS)
  expect(await noemi.readsOwn(REGISTER)).toBe(false)

  await noemi.triesToShare(review, inThreeWeeks())
  expect(await noemi.readsRefusal()).toEqual([
    `The judgements of ${DECLARATIONS} differ and no consensus is recorded.`,
    `Noemi Castera has not judged ${PAYMENTS}.`,
    `Ilse Marten has not judged ${PAYMENTS}.`,
    'Ilse Marten has findings that are not sent.',
  ])

  await ilse.turnsTo(review, DECLARATIONS)
  await ilse.sendsTheFinding()
  await noemi.turnsTo(review, DECLARATIONS)
  await noemi.seesOwn(REGISTER)
  await noemi.seesOwn(/Annual report, revision 2, page 14/)
  await noemi.recordsConsensus(review, DECLARATIONS, '91.5', 'We follow the register.')
  await noemi.drafts(review, {
    kpi: PAYMENTS,
    kind: 'Gap',
    severity: 'Minor',
    text: PAYMENT_CHANNELS,
    citation: 'Payment statistics 2024, page 3',
  })
  await noemi.sendsTheFinding()
  await noemi.judges(review, { kpi: PAYMENTS, confidence: 'Medium' })
  await ilse.judges(review, { kpi: PAYMENTS, confidence: 'High' })

  await noemi.triesToShare(review, inThreeWeeks())
  await noemi.seesStatus('Shared, awaiting answers')
  await noemi.sees('Agreement of the team: 1 of 2 KPIs')
})

test('R12: Katrin accepts one finding and contests the other, Milos signs, and both texts are kept', async () => {
  await katrin.opensTheReview('Shared, awaiting answers')
  await katrin.sees('2 findings to answer')
  await katrin.answersFinding(REGISTER, 'Contest', 'The extract was completed in February.')
  await katrin.answersFinding(PAYMENT_CHANNELS, 'Accept', 'They are counted from 2025 on.')
  await katrin.sees('Every finding has an answer')
  await katrin.presses('Hand the answers in')
  await katrin.sees('The answers wait for the approver’s signature.')

  await milos.opensTheReview('Shared, awaiting answers')
  await milos.presses('Sign the answers')
  await milos.seesStatus('Answered')

  await noemi.opensReview(review)
  await noemi.sees(REGISTER)
  await noemi.sees('The extract was completed in February.')
  await noemi.seesStatus('Contested')
})

test('R11, R13: Noemi concludes with Ines’s countersignature; the reviewed value stands beside the own one', async () => {
  await noemi.opensReview(review)
  await noemi.proposesConclusion('The figures are sound but for postal declarations.')
  expect(await noemi.readsRefusal()).toEqual([
    `A finding on ${DECLARATIONS} has no resolution.`,
    `A finding on ${PAYMENTS} has no resolution.`,
  ])
  await noemi.resolves(REGISTER, 'Upheld', 'The extract of February was not dated.')
  await noemi.resolves(PAYMENT_CHANNELS, 'Upheld', 'Agreed with the administration.')
  await noemi.proposesConclusion('The figures are sound but for postal declarations.')
  await noemi.sees('The conclusion waits for the countersignature of the secretariat.')

  await ines.opensTheReviewOf('Westrava', 'Answered')
  await ines.countersigns()

  await noemi.opensReview(review)
  await noemi.sees(/^Countersigned on .* by Ines Calder/)
  expect(await noemi.cannotPress('Change resolution')).toBe(true)
  expect(await noemi.cannotPress('Propose conclusion')).toBe(true)

  await katrin.opensTheReview('Concluded')
  expect(await katrin.readsSideBySide(DECLARATIONS)).toEqual({
    own: ownValue.replace('%', ''),
    reviewed: '91.5',
  })
  await katrin.turnsTo(DECLARATIONS)
  expect(await katrin.readsValue()).toBe(ownPage)
})
