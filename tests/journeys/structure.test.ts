import { beforeAll, expect, test } from 'vitest'
import { useStage } from './stage.ts'
import { Builder, PATIENT } from './people/builder.ts'
import { Inspector } from './people/inspector.ts'

const stage = useStage()
const DRAFT = 'PMM-V2-TREE'
let maren: Builder
let pascal: Builder

beforeAll(async () => {
  maren = await Builder.named('Maren Oduvel', stage())
  pascal = await Builder.named('Pascal Iskander', stage())
  await maren.beginsDraft({
    code: DRAFT,
    name: 'PMM v.2, the tree',
    french: 'PMM v.2, l’arborescence',
    notes: 'Scanners are counted.',
    frenchNotes: 'Les scanners sont comptés.',
  })
})

test('S1: Maren adds a KPI, puts it in its place by keyboard, pointer and dialog, and takes a step back', async () => {
  await maren.turnsToTexts(DRAFT, 'outcome', 'TF-02')
  const before = await maren.kpisOf('TF-02')
  const added = `TF-02-${before.length + 1}`
  await maren.adds({
    kind: 'KPI',
    name: 'Declarations inspected by scanner',
    french: 'Déclarations inspectées au scanner',
    definition: 'Share of import declarations inspected by scanner only.',
    frenchDefinition: 'Part des déclarations d’importation inspectées au scanner seulement.',
  })
  await maren.seesOrder('TF-02', [...before, added])

  await maren.stepsUp(added)
  await maren.seesOrder('TF-02', [...before.slice(0, -1), added, before.at(-1)!])
  await maren.drags(added, before[0]!)
  await maren.seesOrder('TF-02', [added, ...before])
  await maren.undoes(added)
  await maren.seesOrder('TF-02', [...before.slice(0, -1), added, before.at(-1)!])

  await maren.movesTo(/^TF-03 /, '1')
  await maren.sees(`${added} was moved.`)
  await maren.searches('scanner only INSPECTED', added)
})

test('S1: what others depend on stays, what goes is named, and an undo brings it back', async () => {
  await maren.turnsToTexts(DRAFT, 'element', 'DECL_ALL')
  await maren.begins('Remove')
  await maren.removes()
  await maren.seesRefusal(/It is used by KPI .*TF-01-1/)
  await maren.closesTheDialog()

  await maren.opens(`/admin/versions/${DRAFT}/kpis/TF-02-3`)
  await maren.begins('Remove')
  await maren.readsConsequence(/counts as retired: its series ends/)
  await maren.removes()
  await maren.sees('TF-02-3 was removed.')
  await maren.seesStatus('Retired')
  await maren.undoes('TF-02-3')
  await expect.poll(() => maren.kpisOf('TF-02'), PATIENT).toContain('TF-02-3')
})

test('S1: two editors see one another, and both texts where they meet', async () => {
  await pascal.turnsToTexts(DRAFT, 'element', 'DECL_ALL')
  await maren.turnsToTexts(DRAFT, 'element', 'DECL_ALL')
  await maren.sees('Pascal Iskander edits DECL_ALL')

  await maren.fillsIn('Unit', 'import declarations')
  await maren.saves()
  await pascal.fillsIn('Unit', 'declarations lodged')
  await pascal.fillsIn('Largest figure', '900000000')
  await pascal.triesToSave()
  await pascal.sees(/Maren Oduvel saved this meanwhile, /)
  await pascal.sees('Choose for each text below which one stays. Nothing is saved until then.')
  await pascal.presses('Take theirs: Unit')
  await pascal.saves()
  await pascal.readsField('Unit', 'import declarations')
})

test('S1: the history says who changed what, and another’s change is undone after a warning', async () => {
  await maren.opensHistory(DRAFT, 'DECL_ALL')
  await maren.sees('Changed: data element DECL_ALL')
  await maren.sees(/Pascal Iskander, /)
  await maren.sees(/900\s000\s000/)
  await maren.undoesOfAnother('DECL_ALL', 'Pascal Iskander')
  await maren.sees('Undone: data element DECL_ALL')
  await maren.turnsToTexts(DRAFT, 'element', 'DECL_ALL')
  await maren.readsField('Largest figure', '')
  await maren.readsField('Unit', 'import declarations')
})

test('S1: every part of a KPI is edited and saved as one: kind, sub-measure, mappings, guidance, origin', async () => {
  await maren.turnsTo(DRAFT, 'TF-03-1', '')
  await maren.choosesPart('Measurement')
  await maren.chooses('Kind', 'Level')
  await maren.chooses('Scale', 'MATURITY')
  await maren.choosesPart('Formula')
  await maren.fillsIn('Name, English of sub-measure 1', 'Import alone')
  await maren.choosesPart('Place and origin')
  await maren.sees(/no SDG target, /)
  await maren.follows('To the mappings')
  await maren.ticks('Coordinated Border Management Compendium')
  await maren.ticks('9.1')
  await maren.choosesPart('Guidance')
  await maren.fillsIn('Guidance for reviewers, English', 'Ask for the list of systems.')
  await maren.fillsIn('How to measure, English', 'Count each system once.')
  await maren.choosesPart('Place and origin')
  await maren.sees(/one SDG target, /)
  await maren.chooses('Origin', 'Fiction, for the demonstration alone')
  await maren.fillsIn('Remark, in English', 'Made up for a walk.')
  await maren.saves()
  await maren.reloads()
  await maren.choosesPart('Place and origin')
  await maren.readsField('Remark, in English', 'Made up for a walk.')
  await maren.choosesPart('Mappings')
  expect(await maren.hasTicked('Coordinated Border Management Compendium')).toBe(true)
  expect(await maren.hasTicked('9.1')).toBe(true)
  await maren.choosesPart('Guidance')
  await maren.readsField('Guidance for reviewers, English', 'Ask for the list of systems.')
  await maren.readsField('How to measure, English', 'Count each system once.')
  await maren.choosesPart('Formula')
  await maren.readsField('Name, English of sub-measure 1', 'Import alone')

  await maren.opensHistory(DRAFT, 'TF-03-1')
  await maren.sees('Fiction, for the demonstration alone')
  await maren.sees('Ratio')
  await maren.sees('Level')
})

test('S1: a weight shows what it does while it is typed', async () => {
  await maren.turnsToTexts(DRAFT, 'dimension', 'TF')
  const before = await maren.shareOf('TF')
  await maren.fillsIn('Weight in the overall score', '0')
  await expect.poll(() => maren.shareOf('TF')).toBe('0.0 %')
  await maren.fillsIn('Weight in the overall score', '')
  await expect.poll(() => maren.shareOf('TF')).toBe('not a number')
  await maren.presses('Discard changes')
  await expect.poll(() => maren.shareOf('TF')).toBe(before)
})

test('no screen of the editor puts up a barrier', async () => {
  const inspector = await Inspector.as('Maren Oduvel', 'admin', stage())
  const findings: string[] = []
  for (const screen of [
    'outcome/TF-02',
    'element/DECL_ALL',
    'instrument/RKC',
    'history?node=TF-03-1',
  ]) {
    findings.push(...(await inspector.inspects(`/admin/versions/${DRAFT}/${screen}`)))
  }
  await inspector.opens(`/admin/versions/${DRAFT}/kpis/TF-03-1`)
  await inspector.returnsToDesk()
  for (const part of [/^Measurement$/, /^Mappings$/, /^Guidance$/, /^Place and origin$/]) {
    await inspector.choosesTab(part)
    findings.push(...(await inspector.inspectsHere()))
    await inspector.returnsToDesk()
  }
  expect(findings).toEqual([])
})
