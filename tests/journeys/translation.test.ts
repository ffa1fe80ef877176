import { beforeAll, expect, test } from 'vitest'
import { Inspector } from './people/inspector.ts'
import { Translator } from './people/translator.ts'
import { useStage } from './stage.ts'

const stage = useStage()
const DRAFT = 'PMM-V2-DEMO'
const NAME = 'TF-01-1 · Name'

let maren: Translator
let pascal: Translator

beforeAll(async () => {
  maren = await Translator.named('Maren Oduvel', stage())
  pascal = await Translator.named('Pascal Iskander', stage())
  await maren.beginsDraft({
    code: DRAFT,
    name: 'PMM v.2 (demonstration)',
    french: 'MMP v.2 (démonstration)',
    notes: 'Clearer names.',
    frenchNotes: 'Des intitulés plus clairs.',
  })
})

test('S14: a changed English text is listed as outdated, with what it said before; Pascal translates it anew', async () => {
  await maren.turnsTo(DRAFT, 'TF-01-1', 'Rate of electronic declarations')
  await maren.choosesPart('Text')
  await maren.words('Name', 'Share of electronic declarations')
  await maren.saves()

  await pascal.opensDesk(DRAFT)
  await pascal.showsState('Outdated (1)')
  await pascal.opensText(NAME)
  await pascal.sees('The English has changed since it was translated')
  await pascal.sees('déclaration électronique')
  await pascal.translates('Proportion de documents')
  await pascal.sees('Approved terms that are not used: déclaration électronique')
  await pascal.translates('Part des déclarations électroniques')
  await pascal.savesByKey()
  await pascal.opensDesk(DRAFT)
  await pascal.looksFor('TF-01-1')
  await pascal.opensText(NAME)
  await pascal.sees(/Translated by Pascal Iskander/)
})

test('S14: whoever translated a text does not review it; Maren reviews a selection at once', async () => {
  await pascal.opensDesk(DRAFT)
  await pascal.looksFor('TF-01-1')
  await pascal.opensText(NAME)
  await pascal.sees('Another person than the translator reviews a translation.')
  expect(await pascal.cannotPress('Mark as reviewed')).toBe(true)

  await maren.opensDesk(DRAFT)
  await maren.looksFor('TF-01-1')
  await maren.chooses(`Choose ${NAME}`)
  await maren.chooses('Choose TF-01-1 · Definition')
  await maren.presses('Mark 2 as reviewed')
  await maren.showsState('Reviewed (2)')
  await maren.opensText(NAME)
  await maren.sees(/Reviewed by Maren Oduvel/)
})

test('S14: of two at the same text the later one keeps what was typed and sees the other', async () => {
  const text = 'TF-02 · Definition'
  await maren.opensDesk(DRAFT)
  await maren.looksFor('TF-02')
  await maren.opensText(text)
  await pascal.opensDesk(DRAFT)
  await pascal.looksFor('TF-02')
  await pascal.opensText(text)

  await maren.translates('Les marchandises passent sans attente.')
  await maren.presses('Save')
  await maren.sees(/Translated by Maren Oduvel/)
  await pascal.translates('Les marchandises passent vite.')
  await pascal.presses('Save')
  await pascal.sees('Somebody else saved this text in the meantime')
  await pascal.sees('Les marchandises passent sans attente.')
  await pascal.readsFrench('Les marchandises passent vite.')
  await pascal.presses('Take theirs')
  await pascal.readsFrench('Les marchandises passent sans attente.')
})

test('S14: a package goes out and comes back; it is checked before anything changes', async () => {
  await maren.opensDesk(DRAFT)
  const xliff = await maren.exports()
  expect(xliff).toContain('<xliff version="1.2"')

  await maren.handsIn(xliff.replace('?>', '?><!DOCTYPE x [<!ENTITY a "ha">]>'))
  await maren.seesInPackage(/declares a document type/)
  await maren.closesTheDialog()
  await maren.handsIn(
    xliff
      .replace(
        '>Facilitation des échanges et compétitivité économique<',
        '>Facilitation du commerce<',
      )
      .replace('>Revenue Collection<', '>Collection of revenue<'),
  )
  await maren.seesInPackage('Changed 1')
  await maren.seesInPackage('Rejected 1')
  await maren.seesInPackage('The English of the file is not the present one.')
  expect(await maren.reads('Facilitation du commerce')).toBe(true)
  await maren.leavesRejected()
  await maren.imports('Import 1 text')

  await maren.looksFor('Facilitation du commerce')
  await maren.opensText('TF · Name')
  await maren.readsFrench('Facilitation du commerce')
})

test('S14: a term counts once a second person has approved it', async () => {
  await maren.putsDownTerm('free zone', 'zone franche')
  await maren.opens('/admin/terms')
  await maren.looksFor('free zone')
  await maren.sees('Another person than the one who proposed the term approves it.')
  await pascal.opens('/admin/terms')
  await pascal.looksFor('free zone')
  await pascal.presses('Approve free zone')
  await pascal.seesStatus('Approved')
})

test('the desk speaks French, is read-only on a published version and puts up no barrier', async () => {
  const inspector = await Inspector.as('Maren Oduvel', 'admin', stage())
  const findings = [
    ...(await inspector.inspects(`/admin/versions/${DRAFT}/translations`)),
    ...(await inspector.inspects('/admin/versions/PMM-V1-DEMO/translations')),
    ...(await inspector.inspects('/admin/terms')),
  ]
  expect(findings).toEqual([])
})
