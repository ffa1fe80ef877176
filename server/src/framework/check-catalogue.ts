import { isDecimal } from '#platform/decimal'
import type { CatalogueFile, CatalogueProblem } from './catalogue-file'
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
type Note = (at: string, message: string, place?: Place) => void

/** Everything wrong with a catalogue file, all at once. */
export function checkCatalogue(input: unknown): readonly CatalogueProblem[] {
  const problems: CatalogueProblem[] = []
  const note: Note = (at, message, place) =>
    problems.push({ at, message, ...(place ? { place } : {}) })
  if (!hasShape(input, note)) return problems
  checkCodes(input, note)
  checkReferences(input, note)
  checkTexts(input, note)
  checkKpis(input, note)
  return problems
}

function hasShape(input: unknown, note: Note): input is CatalogueFile {
  if (!isObject(input)) {
    note('catalogue', 'is not an object')
    return false
  }
  if (input.schema !== 'pmm-catalogue/1') note('schema', 'is not pmm-catalogue/1')
  const version = input.version
  if (!isObject(version) || typeof version.code !== 'string' || !isObject(version.scoringMethod)) {
    note('version', 'has no code or no scoring method')
  }
  let complete = isObject(version)
  for (const section of SECTIONS) {
    const entries = input[section]
    if (!Array.isArray(entries) || !entries.every(isObject)) {
      note(section, 'is not a list of entries')
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
      if (typeof code !== 'string' || code === '') note(section, 'has an entry without a code')
      else if (seen.has(code)) note(code, `stands twice in ${section}`)
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
      note(at, `names the unknown ${kind} ${code}`, { list, field })
    }
  }
  for (const outcome of file.outcomes) {
    refer(outcome.code, 'dimension', outcome.dimension, 'outcomes', 'dimension')
    for (const code of listOf(outcome.instruments))
      refer(outcome.code, 'instrument', code, 'outcomes', 'instruments')
    for (const goal of listOf(outcome.sdgs)) {
      if (!goals.has(goal))
        note(outcome.code, `names the unknown goal ${goal}`, { list: 'outcomes', field: 'sdgs' })
    }
  }
  checkFileMappings(file, goals, (at, message, field) =>
    note(at, message, { list: 'outcomes', field }),
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
        note(kpi.code, `names the unknown target ${code}`, { list: 'kpis', field: 'sdgTargets' })
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
  const named = [...file.dimensions, ...file.outcomes, ...file.kpis, ...file.instruments]
  for (const { code, name } of named) requireEnglish(code, 'name', name, note)
  for (const { code, label } of [...file.dataElements, ...file.reasonCodes]) {
    requireEnglish(code, 'label', label, note)
  }
  requireEnglish(file.version.code, 'name', file.version.name, note)
}

function requireEnglish(at: string, text: string, value: unknown, note: Note): void {
  if (!isObject(value) || typeof value.en !== 'string' || value.en.trim() === '') {
    note(at, `has no English ${text}`)
  }
}

function checkKpis(file: CatalogueFile, note: Note): void {
  const elements = new Map(file.dataElements.map((element) => [element.code, element]))
  for (const entry of [...file.dimensions, ...file.outcomes, ...file.kpis]) {
    if (!isDecimal(entry.weight)) note(entry.code, 'has a weight that is no decimal')
  }
  for (const kpi of file.kpis) {
    if (kpi.maxDisclosureLevel !== undefined && !(kpi.maxDisclosureLevel in DisclosureLevelCode)) {
      note(kpi.code, 'has a highest level of disclosure that does not exist')
    }
    if (typeof kpi.formula !== 'string' || !Array.isArray(kpi.elements)) {
      note(kpi.code, 'has no formula or no elements')
      continue
    }
    const checked = { ...kpi, subMeasures: listOf(kpi.subMeasures) }
    for (const { message, subMeasure } of checkKpiFormulas(checked, elements)) {
      note(subMeasure ? `${kpi.code}.${subMeasure}` : kpi.code, message, {
        list: 'kpis',
        field: subMeasure ? 'subMeasures' : 'formula',
      })
    }
  }
}

const listOf = <T>(list: readonly T[] | null | undefined): readonly T[] =>
  Array.isArray(list) ? list : []

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
