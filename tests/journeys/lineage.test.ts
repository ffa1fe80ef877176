import { beforeAll, expect, test } from 'vitest'
import { useStage } from './stage.ts'
import { Genealogist } from './people/genealogist.ts'
import { Inspector } from './people/inspector.ts'
import { Person } from './people/person.ts'
import { Program } from './people/program.ts'

const stage = useStage()
const DRAFT = 'PMM-V2-KIN'
const BASE = 'PMM-V1-DEMO'
const PART = 'TF-06-3'
const SPLIT = {
  english: 'Road and rail are counted apart.',
  french: 'La route et le rail sont comptés séparément.',
}
const LINEAGE_CHECK = /series stops? without a reason/
const today = () => new Date().toISOString().slice(0, 10)

let maren: Genealogist
let pascal: Genealogist

beforeAll(async () => {
  maren = await Genealogist.named('Maren Oduvel', stage())
  pascal = await Genealogist.named('Pascal Iskander', stage())
})

test('S1: Maren renames one KPI, retires another and splits a third, and says where each comes from', async () => {
  await maren.beginsDraft({
    code: DRAFT,
    name: 'PMM v.2, kin (demonstration)',
    french: 'MMP v.2, filiation (démonstration)',
    notes: 'Joint inspections are counted by road and by rail.',
    frenchNotes: 'Les contrôles conjoints sont comptés par la route et par le rail.',
  })
  await maren.turnsTo(DRAFT, 'TF-05-1', 'Timeliness of advance rulings')
  await maren.choosesPart('Text')
  await maren.words('Name', 'Punctuality of advance rulings')
  await maren.wordsInFrench('Name', 'Ponctualité des décisions anticipées')
  await maren.saves()

  await maren.opens(`/admin/versions/${DRAFT}/kpis/TF-02-3`)
  await maren.begins('Remove')
  await maren.removes()
  await maren.sees('TF-02-3 was removed.')

  await maren.turnsToTexts(DRAFT, 'outcome', 'TF-06')
  await maren.adds({
    kind: 'KPI',
    name: 'Joint inspections by rail',
    french: 'Contrôles conjoints par le rail',
    definition: 'Number of inspections carried out together with other agencies on trains.',
    frenchDefinition: 'Nombre de contrôles menés avec d’autres organismes dans les trains.',
  })
  await maren.choosesPart('Formula')
  await maren.binds(/INSP_JOINT/)
  await maren.writesFormula('A')
  await maren.saves()

  await maren.opensLineage(DRAFT)
  await maren.seesLink('TF-05-1', 'Reworded')
  await maren.seesLink('TF-02-3', 'Retired')
  await maren.seesLink(PART, 'New')
  await maren.states(PART, 'One part of a split KPI', 'TF-06-9', SPLIT)
  await maren.seesRefusal(/Ancestors: The base version has no such node TF-06-9/)
  await maren.states(PART, 'One part of a split KPI', 'TF-06-2', SPLIT)
  await maren.dialogCloses()
  await maren.seesLink(PART, 'Not comparable')
  await maren.seesLink(PART, 'from TF-06-2')
})

test('S3: the dry run names the failed check and leads to its place; nothing goes on until it is mended', async () => {
  await maren.opens(`/admin/versions/${DRAFT}/publishing`)
  await maren.presses('Dry run')
  await maren.seesHeading('Checks')
  await maren.sees(/^\d checks? failed/)
  expect(await maren.cannotPress('Publish and seal')).toBe(true)
  await maren.triesToSubmit()
  await maren.seesRefusal(/TF-02-3, Lineage: It is not said why this KPI is retired/)
  await maren.seesRefusal(/TF-06-3, Lineage: A KPI that was split has at least two parts/)
  await maren.closesTheDialog()

  await maren.followsFailedCheck(LINEAGE_CHECK, 'It is not said why', 'TF-02-3')
  await maren.seesHeading('Lineage')
  await maren.endsSeries('TF-02-3', { english: 'Arrangements are counted by the WCO itself.' })
  await maren.seesRefusal(/Reason, French: The French text is missing/)
  await maren.endsSeries('TF-02-3', {
    english: 'Arrangements are counted by the WCO itself.',
    french: 'Les arrangements sont comptés par l’OMD elle-même.',
  })
  await maren.dialogCloses()
  await maren.seesLink('TF-02-3', 'Arrangements are counted by the WCO itself.')

  await maren.opens(`/admin/versions/${DRAFT}/publishing`)
  await maren.sees('The content has changed since this dry run.')
  await maren.followsFailedCheck(LINEAGE_CHECK, 'at least two parts', PART)
  await maren.opens(`/admin/versions/${DRAFT}/lineage`)
  await maren.showsUnchanged()
  await maren.states('TF-06-2', 'One part of a split KPI', 'TF-06-2', SPLIT)
  await maren.dialogCloses()

  await maren.opens(`/admin/versions/${DRAFT}/publishing`)
  await maren.presses('Dry run')
  await maren.sees('Every check passed')
  await maren.sees('Road and rail are counted apart.')
})

test('S3: the difference is read field by field, on the screen and as a file', async () => {
  await maren.opens(`/admin/versions/${DRAFT}/difference/${BASE}`)
  await maren.seesChanged('TF-05-1', 'Punctuality')
  await maren.seesChanged(PART, 'Split')
  await maren.seesChanged('TF-06-2', 'Split')
  await maren.narrowsTo('Retired')
  await maren.seesChanged('TF-02-3', 'AEO mutual recognition arrangements in force')
  await maren.doesNotSee('Punctuality')

  const file = await maren.downloads('Markdown')
  expect(file).toContain('PMM v.2, kin (demonstration)')
  expect(file).toContain('Punctuality of advance rulings')
  expect(file).toContain('TF-02-3')
})

test('no screen of lineage, difference or publication puts up a barrier', async () => {
  const inspector = Inspector.at(maren.window)
  const findings: string[] = []
  await maren.opensLineage(DRAFT)
  await maren.opensGraph(PART)
  findings.push(...(await inspector.inspectsHere()))
  await inspector.returnsToDesk()
  for (const screen of [`difference/${BASE}`, 'publishing']) {
    findings.push(...(await inspector.inspects(`/admin/versions/${DRAFT}/${screen}`)))
  }
  await inspector.returnsToDesk()
  expect(findings).toEqual([])
})

test('S2: two people publish, the second one after the PMMPT; then nothing about its lineage can be changed', async () => {
  await maren.opens(`/admin/versions/${DRAFT}/publishing`)
  await maren.submits()
  await maren.losesButton('Submit for review')
  const ottilie = await Genealogist.named('Ottilie Brandt', stage())
  await ottilie.opens(`/admin/versions/${DRAFT}/publishing`)
  await ottilie.approves({ session: 'PMMPT, 16th meeting', decidedOn: today(), document: 'PT-16/1' }) // prettier-ignore
  await ottilie.seesStatus('Approved')
  await ottilie.losesButton('Approve')
  await ottilie.sees('PMM project team: approved')

  await maren.opens(`/admin/versions/${DRAFT}/publishing`)
  expect(await maren.cannotPress('Publish and seal')).toBe(true)
  await pascal.opens(`/admin/versions/${DRAFT}/publishing`)
  await pascal.sees('Endorsed by the Council, or waived with a reason')
  await pascal.triesToPublish('A demonstration catalogue is not put before the Council.')
  await pascal.seesStatus('Published, sealed')
  await pascal.losesButton('Publish and seal')
  await pascal.losesButton('Return to draft')
  await pascal.sees('Council: waived')
  await pascal.sees('A demonstration catalogue is not put before the Council.')

  for (const person of [maren, pascal]) {
    await person.opensLineage(DRAFT)
    await person.seesLink(PART, 'Not comparable')
    for (const verb of ['State relation', 'End series, give reason', 'Take statement back']) {
      expect(await person.finds('button', verb), verb).toBe(false)
    }
    await person.opens(`/admin/versions/${DRAFT}/publishing`)
    await person.sees('Every check passed')
    expect(await person.cannotPress('Dry run')).toBe(true)
    await person.opensHistory(DRAFT)
    await person.sees('Added: lineage of TF-02-3')
    await person.sees('Comparability')
    await person.sees('Not comparable')
    expect(await person.finds('button', 'Undo')).toBe(false)
  }
})

test('P9: anybody reads what became of a KPI and of its series, on its page and by a query', async () => {
  const stranger = new Person(await stage().opens())
  await stranger.opens(`/framework/${DRAFT}/${PART}`)
  await stranger.sees('Since PMM v.1 (demonstration): one part of a KPI that was split, the series breaks here.') // prettier-ignore
  await stranger.sees(SPLIT.english)
  await stranger.follows(/^TF-06-2 /)
  await stranger.seesHeading('Rate of joint inspections')
  await stranger.opens(`/framework/${DRAFT}/TF-01-1`)
  await stranger.sees('Since PMM v.1 (demonstration): unchanged, the series goes on.')
  const inspector = await Inspector.stranger(stage())
  expect(await inspector.inspects(`/framework/${DRAFT}/${PART}`)).toEqual([])

  const program = Program.withoutToken(stage().origin)
  const series = (code: string) =>
    program.asks(
      `query ($version: String!, $code: String!) { kpiSeries(version: $version, code: $code) {
        points { release { code } isComparable isBreakBefore kpi { frameworkVersion { code } } }
        breaks { ancestorCode relation note } } }`,
      { version: DRAFT, code },
    )
  const released = { release: { code: 'C2022-R1' }, isBreakBefore: false, kpi: { frameworkVersion: { code: BASE } } } // prettier-ignore
  expect(await series('TF-05-1')).toEqual({
    kpiSeries: { points: [{ ...released, isComparable: true }], breaks: [] },
  })
  expect(await series(PART)).toEqual({
    kpiSeries: {
      points: [{ ...released, isComparable: false }],
      breaks: [{ ancestorCode: 'TF-06-2', relation: 'SPLIT', note: SPLIT.english }],
    },
  })
})
