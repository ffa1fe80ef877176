import { beforeAll, expect, test } from 'vitest'
import { Inspector } from './people/inspector.ts'
import { Proposer } from './people/proposer.ts'
import { useStage } from './stage.ts'

const stage = useStage()
const DRAFT = 'PMM-V2-DEMO'
const NAME = 'PMM v.2 (demonstration)'
const WISH = {
  title: 'Count advance rulings by the day of the decision',
  why: 'The day of the request says nothing about the work of Customs.',
  node: 'TF-05-1',
}
const today = () => new Date().toISOString().slice(0, 10)

let maren: Proposer
let pascal: Proposer
let ottilie: Proposer

beforeAll(async () => {
  maren = await Proposer.named('Maren Oduvel', stage())
  pascal = await Proposer.named('Pascal Iskander', stage())
  ottilie = await Proposer.named('Ottilie Brandt', stage())
})

test('S1: Maren proposes a change of a KPI, is told what is missing, and others discuss it', async () => {
  await maren.proposesNothing()
  await maren.proposes(WISH)
  await maren.seesStatus('Open')
  await maren.sees('TF-05-1 Timeliness of advance rulings')
  expect(await maren.cannotPress('Accept')).toBe(true)
  const inspector = Inspector.at(maren.window)
  expect(await inspector.inspectsHere()).toEqual([])
  await inspector.returnsToDesk()

  await pascal.opens('/admin/proposals')
  await pascal.follows(WISH.title)
  await pascal.seesHeading(WISH.title)
  await pascal.comments('Our rulings are dated by both days; this can be read from the files.')
  expect(await pascal.cannotPress('Withdraw')).toBe(true)
})

test('S2: the PMMPT accepts it with a reason, and a later draft carries it out', async () => {
  await ottilie.opens('/admin/proposals?status=OPEN')
  await ottilie.follows(WISH.title)
  await ottilie.sees('Our rulings are dated by both days')
  await ottilie.decides('Accept', 'It makes the figure comparable.')
  await ottilie.seesStatus('Accepted')
  await ottilie.sees('It makes the figure comparable.')

  await maren.beginsDraft({
    code: DRAFT, name: NAME, french: 'MMP v.2 (démonstration)',
    notes: 'Advance rulings are counted by the day of the decision.',
    frenchNotes: 'Les décisions anticipées sont comptées au jour de la décision.',
  }) // prettier-ignore
  await maren.sees('No proposal names this version yet.')
  await maren.follows('Accepted proposals that wait for a version')
  await maren.follows(WISH.title)
  await maren.seesHeading(WISH.title)
  await maren.carriesOutIn(DRAFT)
  await maren.seesStatus('In draft')
  await maren.follows(NAME)
  await maren.seesHeading('Carries out proposals')
  await maren.sees(WISH.title)

  // A draft is not there for the PMMPT, not even by way of a proposal.
  await ottilie.opens('/admin/proposals?status=IMPLEMENTED')
  await ottilie.follows(WISH.title)
  await ottilie.sees('a version not shown to you yet')
})

test('S1: Maren maps an outcome by keyboard, the gap is gone, and an undo brings it back', async () => {
  await maren.opensMatrix(DRAFT)
  await maren.sees('No outcome is mapped to 3 goals:')
  await maren.goesToGoal(2)
  await maren.maps('3', 'Paperless trade lets fresh food through.', 'Le commerce sans papier laisse passer les denrées.') // prettier-ignore
  await maren.seesCell(/^TF-01, 2 Zero hunger: 3 central/)
  await maren.sees('No outcome is mapped to 2 goals:')
  const inspector = Inspector.at(maren.window)
  expect(await inspector.inspectsHere()).toEqual([])
  await inspector.returnsToDesk()

  await maren.opensHistory(DRAFT)
  await maren.undoesHere('TF-01')
  await maren.opensMatrix(DRAFT)
  await maren.sees('No outcome is mapped to 3 goals:')
})

test('S1: Maren opens a goal into its targets and maps an outcome to one of them', async () => {
  await maren.opensTargetsOf('8 Decent work and economic growth')
  await maren.sees(/^No outcome is mapped to \d+ targets:/)
  await maren.goesToGoal(3)
  await maren.maps('2', 'Paperless trade raises productivity.', 'Le commerce sans papier élève la productivité.') // prettier-ignore
  await maren.seesCell(/^TF-01, 8\.2 .*: 2 direct/)
  const inspector = Inspector.at(maren.window)
  expect(await inspector.inspectsHere()).toEqual([])
  await inspector.returnsToDesk()
})

test('S2: what bodies reject or put off is recorded and stands against publication', async () => {
  await maren.opens(`/admin/versions/${DRAFT}/publishing`)
  await maren.presses('Dry run')
  await maren.sees('Every check passed')
  await maren.opensVersion(DRAFT)
  await maren.submits()
  await ottilie.opensVersion(DRAFT)
  await ottilie.approves({ session: 'PMMPT, 15th meeting', decidedOn: today(), document: 'PT-15/2' }) // prettier-ignore
  await ottilie.seesStatus('Approved')

  const ines = await Proposer.named('Ines Calder', stage())
  await ines.opensVersion(DRAFT)
  await ines.records('Policy Commission', 'put off', '92nd Session', today())
  await ines.sees('Policy Commission: put off')
  await ines.records('Council', 'rejected', '147th Session', today())
  await ines.sees('Council: rejected')
  const inspector = Inspector.at(ines.window)
  expect(await inspector.inspectsHere()).toEqual([])

  await pascal.opensVersion(DRAFT)
  await pascal.triesToPublish('Nothing speaks against it.')
  await pascal.seesRefusal('The latest decision of a body does not agree to the version.')
})
