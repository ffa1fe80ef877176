import { expect, test } from 'vitest'
import { Inspector } from './people/inspector.ts'
import { Officer } from './people/officer.ts'
import { Reviewer } from './people/reviewer.ts'
import { Witness } from './people/witness.ts'
import { useStage } from './stage.ts'

const stage = useStage()
const REPORT = 'Annual report of Customs (invented)'
const MONTHS = 'Déclarations par mois (fictif)'
const pdf = (text: string) => Buffer.from(`%PDF-1.4\n${text}\n%%EOF\n`)

test('M8: Mariam hands in a report for two KPIs, revises it, and both revisions stay readable', async () => {
  const mariam = await Witness.named('Mariam Selk', stage())
  await mariam.opensEvidenceOf('TF-02-1')
  await mariam.hands('Release times', { name: 'release.pdf', bytes: pdf('first') }, ['TF-03-1'])
  await mariam.seesItem('Release times', 'revision 1')
  await mariam.revises('Release times', { name: 'release-2.pdf', bytes: pdf('second') })
  await mariam.seesItem('Release times', 'revision 2')
  expect(await mariam.fetchesRevisionsOf('Release times')).toEqual([
    pdf('second').toString(),
    pdf('first').toString(),
  ])

  await mariam.opensEvidenceOf('TF-03-1')
  await mariam.seesItem('Release times', 'TF-02-1')
})

test('M8: a link is added, an item used again, and one that came by mistake is removed', async () => {
  const mariam = await Witness.named('Mariam Selk', stage())
  await mariam.opensEvidenceOf('TF-01-2')
  await mariam.links('Published statistics', 'https://customs.example/statistics')
  await mariam.seesItem('Published statistics', 'revision 1')
  await mariam.reuses(REPORT)
  await mariam.removes('Published statistics')

  await mariam.opens('/member/evidence')
  await mariam.shows(/^Without a KPI/)
  await mariam.seesHeading('Notes of the working group (invented)')
  await mariam.shows(/^KPIs without evidence/)
  await mariam.sees('OD-03-1')
})

test('M8: a file dragged over the field is handed in as one that was chosen', async () => {
  const mariam = await Witness.named('Mariam Selk', stage())
  await mariam.opensEvidenceOf('TF-05-1')
  await mariam.drags('Dragged', { name: 'dragged.txt', bytes: Buffer.from('plain words') })
  await mariam.seesItem('Dragged', '11 bytes')
  expect(await mariam.fetches('Dragged')).toBe('plain words')
})

test('a file that is not taken is refused in words, and what was typed stays', async () => {
  const mariam = await Witness.named('Mariam Selk', stage())
  await mariam.opensEvidenceOf('TF-04-1')
  await mariam.hands('A page', { name: 'page.pdf', bytes: Buffer.from('<html>') })
  await mariam.seesRefusal('The content of the file is not what its name says')
  await mariam.triesInstead({ name: 'script.pdf', bytes: pdf('<< /S /JavaScript /JS (x) >>') })
  await mariam.seesRefusal('The document has macros, scripts, programs or files in it')
  await mariam.choosesInstead({ name: 'program.exe', bytes: Buffer.from('MZ') })
  await mariam.seesRefusal('Files of this kind are not taken')
  await mariam.choosesInstead({ name: 'large.txt', bytes: Buffer.alloc(25 * 1024 * 1024 + 1, 'x') })
  await mariam.seesRefusal('The file is empty or larger than 25 MB')
  expect(await mariam.readsTypedTitle()).toBe('A page')

  await mariam.triesInstead({ name: 'page.txt', bytes: Buffer.from('words') })
  await mariam.seesItem('A page', 'revision 1')
})

test('after the submission it is read and downloaded, and changed no more', async () => {
  const camila = await Witness.named('Camila Reyden', stage())
  await camila.opensEvidenceOf('TF-01-1')
  await camila.seesItem(REPORT, 'revision 2')
  expect(await camila.cannotPress('Add evidence')).toBe(true)
  expect(await camila.cannotPress(`Remove ${REPORT}`)).toBe(true)
  expect(await camila.fetches(REPORT)).toContain('%PDF-')

  await camila.opens('/member/evidence')
  await camila.seesItem(REPORT, 'revision 2')
  expect(await camila.cannotPress('Add evidence')).toBe(true)
})

test('R3: a reviewer opens what backs the answer under review', async () => {
  const ilse = await Reviewer.named('Ilse Marten', stage())
  await ilse.opensTheDesk('Kingdom of Orlenia', 'TF-01-1')
  await ilse.sees(MONTHS)

  expect(await Witness.at(ilse.window).fetches(MONTHS)).toContain('mois;déclarations')
  expect(await Inspector.at(ilse.window).inspectsHere()).toEqual([])
})

test('the cycle officer opens what is shared, and reads of the rest that it is not', async () => {
  const ines = await Officer.named('Ines Calder', stage())
  await ines.opensTheSubmissionOf('Kingdom of Orlenia')
  await ines.seesHeading('Evidence')
  await ines.sees('Not shared with the Secretariat')
  expect(await ines.finds('link', MONTHS)).toBe(false)

  expect(await Witness.at(ines.window).fetches(REPORT)).toContain('%PDF-')
  expect(await Inspector.at(ines.window).inspectsHere()).toEqual([])
})

test('the evidence of a KPI and of all of them put up no barrier', async () => {
  const member = await Inspector.as('Mariam Selk', 'member', stage())
  expect(await member.inspects('/member/evidence')).toEqual([])

  await member.returnsToDesk()
  const mariam = Witness.at(member.window)
  await mariam.opensEvidenceOf('TF-01-1')
  await mariam.seesItem(REPORT, 'revision 2')
  await mariam.presses('Add evidence')
  expect(await member.inspectsHere()).toEqual([])
})
