import { isDecimal } from '#platform/decimal'
import type { CatalogueFile, CatalogueProblem } from './catalogue-file'
import { catalogueProblem, formulaProblem, type CatalogueWord } from './catalogue-words'
import { DisclosureLevelCode } from './enums'
import { checkKpiFormulas } from './formula'
import { elementsOfRule } from './validation-rule/rule-problems'
import { checkFileMappings } from './mapping/file-mappings'
import { sdgTargetByCode } from './mapping/sdg-targets'

const SECTIONS = [
  'scales', 'reasonCodes', 'sdgs', 'instruments', 'dimensions', 'outcomes', 'dataElements', 'kpis', 'rules',
] as const // prettier-ignore
type Section = (typeof SECTIONS)[number]

type Place = NonNullable<CatalogueProblem['place']>
type Params = Readonly<Record<string, string>>
type Note = (at: string, word: CatalogueWord, params?: Params, place?: Place) => void

/** Everything wrong with a catalogue file, all at once. */
export function checkCatalogue(input: unknown): readonly CatalogueProblem[] {
  const problems: CatalogueProblem[] = []
  const note: Note = (at, word, params, place) =>
    problems.push(catalogueProblem(at, word, params, place))
  if (!hasShape(input, note)) return problems
  checkCodes(input, note)
  checkReferences(input, note)
  checkTexts(input, note)
  checkKpis(input, note, problems)
  return problems
}

function hasShape(input: unknown, note: Note): input is CatalogueFile {
  if (!isObject(input)) {
    note('catalogue', 'NO_OBJECT')
    return false
  }
  if (input.schema !== 'pmm-catalogue/1') note('schema', 'NO_SCHEMA')
  const version = input.version
  if (!isObject(version) || typeof version.code !== 'string' || !isObject(version.scoringMethod)) {
    note('version', 'NO_VERSION')
  }
  let complete = isObject(version)
  for (const section of SECTIONS) {
    const entries = input[section]
    if (!Array.isArray(entries) || !entries.every(isObject)) {
      note(section, 'NO_LIST')
      complete = false
    }
  }
  return complete
}

function checkCodes(file: CatalogueFile, note: Note): void {
  const coded: readonly Section[] = SECTIONS.filter((section) => section !== 'sdgs')
  for (const section of coded) {
    const seen = new Set<string>()
    for (const { code } of file[section] as readonly { code: unknown }[]) {
      if (typeof code !== 'string' || code === '') note(section, 'NO_CODE')
      else if (seen.has(code)) note(code, 'TWICE', { list: section })
      else seen.add(code)
    }
  }
}

function checkReferences(file: CatalogueFile, note: Note): void {
  const codes = (section: Section) =>
    new Set((file[section] as readonly { code?: string }[]).map(({ code }) => code))
  const known = {
    dimension: codes('dimensions'),
    outcome: codes('outcomes'),
    instrument: codes('instruments'),
    'data element': codes('dataElements'),
    KPI: codes('kpis'),
    scale: codes('scales'),
  }
  const goals = new Set(file.sdgs.map(({ goal }) => goal))
  const refer = (
    at: string,
    kind: keyof typeof known,
    code: string | null | undefined,
    list: Section,
    field: string,
  ) => {
    if (code != null && !known[kind].has(code)) {
      note(at, kind, { code }, { list, field })
    }
  }
  for (const outcome of file.outcomes) {
    refer(outcome.code, 'dimension', outcome.dimension, 'outcomes', 'dimension')
    for (const code of listOf(outcome.instruments))
      refer(outcome.code, 'instrument', code, 'outcomes', 'instruments')
    for (const goal of listOf(outcome.sdgs)) {
      if (!goals.has(goal))
        note(outcome.code, 'goal', { code: String(goal) }, { list: 'outcomes', field: 'sdgs' })
    }
  }
  checkFileMappings(file, goals, (at, word, code, field) =>
    note(at, word, { code }, { list: 'outcomes', field }),
  )
  for (const element of file.dataElements)
    refer(element.code, 'scale', element.scale, 'dataElements', 'scale')
  for (const kpi of file.kpis) {
    refer(kpi.code, 'outcome', kpi.outcome, 'kpis', 'outcome')
    refer(kpi.code, 'scale', kpi.scale, 'kpis', 'scale')
    for (const code of listOf(kpi.instruments))
      refer(kpi.code, 'instrument', code, 'kpis', 'instruments')
    for (const code of listOf(kpi.sdgTargets)) {
      if (!sdgTargetByCode.has(code)) {
        note(kpi.code, 'target', { code }, { list: 'kpis', field: 'sdgTargets' })
      }
    }
    for (const { element } of listOf(kpi.elements))
      refer(kpi.code, 'data element', element, 'kpis', 'elements')
  }
  for (const rule of file.rules) {
    for (const code of listOf(rule.kpis)) refer(rule.code, 'KPI', code, 'rules', 'kpis')
    for (const code of elementsOfRule(rule)) {
      refer(rule.code, 'data element', code ?? 'without name', 'rules', 'element')
    }
  }
}

function checkTexts(file: CatalogueFile, note: Note): void {
  for (const list of ['dimensions', 'outcomes', 'kpis', 'instruments'] as const) {
    for (const { code, name } of file[list]) {
      requireEnglish(code, 'NO_ENGLISH_NAME', name, note, { list, field: 'name/en' })
    }
  }
  for (const list of ['dataElements', 'reasonCodes'] as const) {
    for (const { code, label } of file[list]) {
      requireEnglish(code, 'NO_ENGLISH_LABEL', label, note, { list, field: 'label/en' })
    }
  }
  requireEnglish(file.version.code, 'NO_ENGLISH_NAME', file.version.name, note)
}

function requireEnglish(
  at: string,
  word: CatalogueWord,
  value: unknown,
  note: Note,
  place?: Place,
): void {
  if (!isObject(value) || typeof value.en !== 'string' || value.en.trim() === '') {
    note(at, word, {}, place)
  }
}

function checkKpis(file: CatalogueFile, note: Note, problems: CatalogueProblem[]): void {
  const elements = new Map(file.dataElements.map((element) => [element.code, element]))
  for (const list of ['dimensions', 'outcomes', 'kpis'] as const) {
    for (const { code, weight } of file[list]) {
      if (!isDecimal(weight)) note(code, 'BAD_WEIGHT', {}, { list, field: 'weight' })
    }
  }
  for (const kpi of file.kpis) {
    if (kpi.maxDisclosureLevel !== undefined && !(kpi.maxDisclosureLevel in DisclosureLevelCode)) {
      note(kpi.code, 'BAD_CEILING', {}, { list: 'kpis', field: 'maxDisclosureLevel' })
    }
    if (typeof kpi.formula !== 'string' || !Array.isArray(kpi.elements)) {
      note(kpi.code, 'NO_FORMULA')
      continue
    }
    const checked = { ...kpi, subMeasures: listOf(kpi.subMeasures) }
    for (const error of checkKpiFormulas(checked, elements)) {
      const { subMeasure } = error
      problems.push(
        formulaProblem(subMeasure ? `${kpi.code}.${subMeasure}` : kpi.code, error, {
          list: 'kpis',
          field: subMeasure ? 'subMeasures' : 'formula',
        }),
      )
    }
  }
}

const listOf = <T>(list: readonly T[] | null | undefined): readonly T[] =>
  Array.isArray(list) ? list : []

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
