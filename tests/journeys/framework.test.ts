import { beforeAll, expect, test } from 'vitest'
import { useStage } from './stage.ts'
import { Editor } from './people/editor.ts'
import { Program } from './people/program.ts'

const stage = useStage()
const DRAFT = 'PMM-V1-1-DEMO'
const KPI = 'TF-05-1'
const RULINGS = 'Timeliness of advance rulings'
const today = () => new Date().toISOString().slice(0, 10)

let maren: Editor

beforeAll(async () => {
  maren = await Editor.named('Maren Oduvel', stage())
})

test('S1: Maren copies the published version and words a KPI anew; a stale French text stands in the way', async () => {
  await maren.beginsDraft({
    code: DRAFT,
    name: 'PMM v.1.1 (demonstration)',
    french: 'PMM v.1.1 (démonstration)',
    notes: 'Advance rulings are counted by the day of the decision.',
    frenchNotes: 'Les décisions anticipées sont comptées au jour de la décision.',
  })
  await maren.sees('Nothing stands against submitting this draft for review.')

  await maren.turnsTo(DRAFT, KPI, RULINGS)
  await maren.choosesPart('Text')
  await maren.words('Definition', 'Share of advance rulings decided within the national limit.')
  await maren.saves()
  await maren.sees('French: outdated')

  await maren.opensVersion(DRAFT)
  await maren.seesHeading('1 obstacle before it can be submitted')
  await maren.sees('The French text is older than the English one.')
  await maren.triesToSubmit()
  await maren.seesRefusal(/TF-05-1, Definition: The French text is older/)
  await maren.closesTheDialog()
  await maren.seesStatus('Draft')
})

test('S1: Maren and Pascal word the same outcome; the later one sees both texts and chooses', async () => {
  const pascal = await Editor.named('Pascal Iskander', stage())
  await maren.turnsToTexts(DRAFT, 'outcome', 'TF-05')
  await pascal.turnsToTexts(DRAFT, 'outcome', 'TF-05')

  await maren.words('Definition', 'Traders know in advance how Customs will decide.')
  await maren.wordsInFrench('Definition', 'Les opérateurs connaissent d’avance la décision.')
  await maren.saves()
  await pascal.words('Definition', 'Decisions are predictable.')
  await pascal.wordsInFrench('Name', 'Décisions prévisibles de la douane')
  await pascal.triesToSave()

  await pascal.sees('Traders know in advance how Customs will decide.')
  await pascal.presses('Take theirs: Definition, English')
  await pascal.saves()
  await maren.turnsToTexts(DRAFT, 'outcome', 'TF-05')
  await maren.readsText('Definition, English', 'Traders know in advance how Customs will decide.')
  await maren.readsText('Name, French', 'Décisions prévisibles de la douane')
})

test('S1: a wrong formula says what is wrong and where, and a sample must agree before the draft goes on', async () => {
  await maren.turnsTo(DRAFT, KPI, RULINGS)
  await maren.choosesPart('Text')
  await maren.wordsInFrench(
    'Definition',
    'Part des décisions anticipées rendues dans le délai national.',
  )

  await maren.choosesPart('Formula')
  await maren.writesFormula('100*A/(B')
  await maren.seesErrorAt('This bracket is never closed.', '(')
  await maren.triesToSave()
  await maren.sees('Formula: This bracket is never closed.')
  await maren.writesFormula('100*A/Q')
  await maren.seesErrorAt('Q is bound to no data element.', 'Q')

  await maren.writesFormula('100-100*(B-A)/B')
  await maren.seesStatus('The formula can be read')
  await maren.addsSample({ A: '45', B: '50' }, '91')
  await maren.seesStatus('Differs')
  await maren.saves()
  await maren.opensVersion(DRAFT)
  await maren.sees(/gives 90 instead of 91/)

  await maren.turnsTo(DRAFT, KPI, RULINGS)
  await maren.expects('90')
  await maren.seesStatus('Agrees')
  await maren.saves()
})

test('S3: Maren sees what the change costs, keeps the series by a conversion, reads the difference and tries out publishing', async () => {
  await maren.opensVersion(DRAFT)
  await maren.seesHeading('1 obstacle before it can be submitted')
  await maren.sees('The series breaks here: store a conversion or say why it ends.')

  await maren.turnsTo(DRAFT, KPI, RULINGS)
  await maren.seesHeading('Cost of this change')
  await maren.sees('Keep the series by storing a conversion, or state why it ends.')
  await maren.storesConversion('V')
  await maren.sees('The series goes on through')

  await maren.opens(`/admin/versions/${DRAFT}/difference/PMM-V1-DEMO`)
  await maren.sees('100-100*(B-A)/B')
  await maren.sees('in advance how Customs will decide')
  await maren.opens(`/admin/versions/${DRAFT}/lineage`)
  await maren.sees('Comparable through a conversion')
  await maren.opens(`/admin/versions/${DRAFT}/publishing`)
  await maren.presses('Dry run')
  await maren.sees('Every check passed')
  await maren.sees('Goes on through a conversion')

  await maren.opensVersion(DRAFT)
  await maren.sees('Nothing stands against submitting this draft for review.')
  await maren.submits()
})

test('S2: Ottilie approves exactly this content, a second person publishes, and then it is sealed for every role', async () => {
  const ottilie = await Editor.named('Ottilie Brandt', stage())
  await ottilie.opensVersion(DRAFT)
  await ottilie.remarks(KPI, 'The limit is the one of the national law.')
  await ottilie.approves({
    session: 'PMMPT, 14th meeting',
    decidedOn: today(),
    document: 'PT-14/3',
  })
  await ottilie.seesStatus('Approved')
  await ottilie.sees('PMM project team: approved')

  await maren.opensVersion(DRAFT)
  await maren.sees('Another person than the one who submitted the version publishes it.')
  expect(await maren.cannotPress('Publish and seal')).toBe(true)

  const pascal = await Editor.named('Pascal Iskander', stage())
  await pascal.opensVersion(DRAFT)
  await pascal.triesToPublish('')
  await pascal.seesRefusal('The endorsement of the Council is not recorded.')
  await pascal.seesInDialog('Give the reason, or record the endorsement of the Council first.')
  await pascal.closesTheDialog()
  await pascal.triesToPublish('A demonstration catalogue is not put before the Council.')
  await pascal.seesStatus('Published, sealed')
  await pascal.sees('Council: waived')
  await pascal.sees('A demonstration catalogue is not put before the Council.')

  const ines = await Editor.named('Ines Calder', stage())
  const teodor = await Editor.named('Teodor Wynn', stage())
  for (const [name, reader] of Object.entries({ maren, pascal, ottilie, ines, teodor })) {
    await reader.turnsTo(DRAFT, KPI, RULINGS)
    await reader.sees('This version is published and sealed. A correction is a new version.')
    for (const part of [
      'Text',
      'Measurement',
      'Formula',
      'Scoring',
      'Mappings',
      'Guidance',
      'Place and origin',
    ] as const) {
      await reader.choosesPart(part)
      expect(await reader.canChangeSomething(), `${name}, ${part}`).toBe(false)
    }
  }
}, 120_000)

test('P9: a program reads how a KPI developed across versions, with its relation and whether the series breaks', async () => {
  const program = Program.withoutToken(stage().origin)
  const document = `query ($code: String!) { kpi(version: $code, code: "${KPI}") {
    ancestors { ancestorCode relation comparability isBreak conversion } descendants { code isBreak frameworkVersion { code } } } }`

  const after = await program.asks(document, { code: DRAFT })
  const before = await program.asks(document, { code: 'PMM-V1-DEMO' })

  expect(after).toMatchObject({ kpi: { ancestors: [
    { ancestorCode: KPI, relation: 'FORMULA_CHANGED', comparability: 'WITH_CONVERSION', isBreak: false, conversion: 'V' },
  ] } }) // prettier-ignore
  expect(before).toMatchObject({ kpi: { descendants: [{ code: KPI, isBreak: false, frameworkVersion: { code: DRAFT } }] } }) // prettier-ignore
})
