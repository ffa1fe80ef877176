import { beforeAll, expect, test } from 'vitest'
import { Inspector } from './people/inspector.ts'
import { Methodologist } from './people/methodologist.ts'
import { useStage } from './stage.ts'

const stage = useStage()
const DRAFT = 'PMM-FORMULA-DEMO'

let maren: Methodologist

beforeAll(async () => {
  maren = await Methodologist.named('Maren Oduvel', stage())
  await maren.beginsDraft({
    code: DRAFT,
    name: 'PMM v.3 (demonstration)',
    french: 'PMM v.3 (démonstration)',
    notes: 'Formulas and rules.',
    frenchNotes: 'Formules et règles.',
  })
})

test('S1: Maren writes a formula by keyboard alone, with completion, and is led to its error', async () => {
  await maren.turnsTo(DRAFT, 'EP-06-4', 'Physical inspection rate')
  await maren.goesToTheFormula()
  await maren.types('100*(A+DECL_AL')
  await maren.takesTheOffer('DECL_ALL')
  await maren.readsFormula('100*(A+C')
  await maren.seesErrorAt('This bracket is never closed.', '(')
  await maren.goesToTheNextError()
  await maren.types('x')
  await maren.readsFormula('100*xA+C')
  await maren.takesBack()
  await maren.types(')/B', 'End')

  await maren.seesStatus('The formula can be read')
  await maren.sees('Units agree: 100 × (declarations + declarations) ÷ declarations = %')
  await maren.sees('Not computable where B = 0')
  await maren.sees('100 times (“Import declarations physically inspected” plus “All declarations”)')
  await maren.sees(/100 fois \(«/)
  await maren.sees(
    '62 not counted: the formula asks for figures that no released answer shows: kept closed, or not asked for in that cycle',
  )
})

test('S1: the test bench computes the formula on sample values, beside the published one and with its score', async () => {
  await maren.addsSample({ A: '3000', B: '10000', C: '1200' }, '42')
  await maren.seesStatus('Agrees')
  await maren.seesSample('Sample 1', ['30', '42', '58.0'])
  await maren.fillsSample('B', '0')
  await maren.sees('not computable')
  await maren.seesStatus('Differs')
  await maren.fillsSample('B', '10000')
  await maren.seesStatus('Agrees')
  await maren.saves()
  await maren.reloads()
  await maren.seesSample('Sample 1', ['30', '42', '58.0'])
})

test('S1: no barrier stands at the bench, with a completion open, by sight or by reader', async () => {
  const inspector = Inspector.at(maren.window)
  await maren.goesToTheFormula()
  await maren.asksForOffers()
  const findings = await inspector.inspectsHere()
  await inspector.returnsToDesk()
  await maren.choosesPart('Scoring')
  findings.push(...(await inspector.inspectsHere()))
  await inspector.returnsToDesk()

  expect(findings).toEqual([])
})

test('S1: a new scale shows its curve, what the KPI weighs, and who would get another score', async () => {
  await maren.turnsTo(DRAFT, 'TF-01-1', 'electronic')
  await maren.choosesPart('Scoring')
  await maren.setsField('Floor, scored 0', '50')
  await maren.sees(/^50\s%\sgives 0 · 100\s%\sgives 100$/)
  await maren.setsField('Weight in the outcome', '2')
  await maren.seesRow(/^TF-01-1 /, ['2', '50.0'])
  await maren.setsField('Values to try', '75 40')
  await maren.seesRow('75', ['50.0'])
  await maren.setsField('Floor, scored 0', '100')
  await maren.sees('Floor and goal differ.')
  await maren.setsField('Floor, scored 0', '50')
  await maren.choosesPart('Formula')
  await maren.sees('administrations counted, of those listed')
  await maren.sees('not counted: the answer is not opened to the public')

  await maren.choosesPart('Scoring')
  await maren.choosesIn('Direction', 'neutral, never scored')
  await maren.sees('A neutral KPI is never scored')
  await maren.seesStatus('No score')
})

test('S1: Maren tries a rule on figures and adds it; a wrong one says why', async () => {
  await maren.opensRules(DRAFT)
  await maren.beginsRule()
  await maren.wordsRule({
    Code: 'AEO_TRADE',
    'Left side': 'IMP_VALUE_AEO + STAFF_ALL',
    'Right side': 'IMP_VALUE_ALL',
  })
  await maren.savesRule()
  await maren.seesRefusal(/cannot be combined/)
  await maren.wordsRule({
    'Left side': 'IMP_VALUE_AEO + EXP_VALUE_AEO',
    'Right side': 'IMP_VALUE_ALL + EXP_VALUE_ALL',
  })
  await maren.concerns('TF-02-2')
  await maren.triesRule(1, ['10', '20', '40', '50'])
  await maren.seesInRule('Passes')
  await maren.triesRule(2, ['100', '20', '40', '50'])
  await maren.seesInRule(/it should be at most/)
  await maren.savesRule()
  await maren.sees('92 rules')
  await maren.sees('AEO_TRADE')
  expect(await Inspector.at(maren.window).inspectsHere()).toEqual([])
})
