import { badInput, type ProblemDetail } from '#platform'
import { checkKpiFormulas } from './formula'
import { kpiProblems } from './kpi-checks'
import { failingSamples } from './sample-run'
import { ruleProblems } from './validation-rule/rule-problems'
import type { GuidedSnapshot, TranslationStatus, VersionSnapshot } from './snapshot'

/** Everything that stands against submitting a version, all at once; the path names the entry. */
export function versionChecks(snapshot: GuidedSnapshot): readonly ProblemDetail[] {
  return [
    ...formulaProblems(snapshot),
    ...sampleProblems(snapshot),
    ...validationProblems(snapshot),
    ...languageProblems(snapshot),
    ...relationProblems(snapshot),
  ]
}

const formulaProblems = ({ kpis, elementByCode }: VersionSnapshot) =>
  kpis.flatMap((kpi) => [
    ...checkKpiFormulas(kpi, elementByCode).map(({ code, message, subMeasure }) =>
      badInput(code, message, subMeasure ? [kpi.code, subMeasure] : [kpi.code]),
    ),
    ...kpiProblems(kpi, elementByCode).map((each) => ({ ...each, path: [kpi.code, ...each.path] })),
  ])

const sampleProblems = ({ kpis }: VersionSnapshot) =>
  kpis.flatMap((kpi) =>
    failingSamples(kpi).map(({ sample, result }) =>
      badInput(
        'SAMPLE_FAILS',
        `Sample "${sample.name}" gives ${result.value ?? result.state} instead of ${sample.expectedValue ?? sample.expectedState}.`,
        [kpi.code, sample.name],
      ),
    ),
  )

function validationProblems({ rules, kpis, elementByCode }: VersionSnapshot): ProblemDetail[] {
  const scope = { elements: elementByCode, kpis: new Set(kpis.map(({ code }) => code)) }
  return rules.flatMap((rule) =>
    ruleProblems(rule, scope).map((each) => ({ ...each, path: [rule.code, ...each.path] })),
  )
}

interface TextEntry {
  readonly code: string
  readonly texts: Readonly<Record<string, unknown>>
  readonly translationStatus: TranslationStatus
}

function languageProblems(snapshot: GuidedSnapshot): ProblemDetail[] {
  const { version, dimensions, outcomes, kpis, dataElements, instruments, guidance } = snapshot
  const entries: TextEntry[] = [
    { code: version.code, texts: { name: version.name, changeNotes: version.changeNotes }, translationStatus: version.translationStatus },
    ...[...dimensions, ...outcomes].map((node) => ({ ...node, texts: { name: node.name, description: node.description } })),
    ...kpis.map((node) => ({ ...node, texts: { name: node.name, description: node.description, guidance: guidance.get(node.code) } })),
    ...dataElements.map((node) => ({ ...node, texts: { label: node.label, description: node.description } })),
    ...instruments.map((node) => ({ ...node, texts: { name: node.name } })),
  ] // prettier-ignore
  return entries.flatMap(({ code, texts, translationStatus }) =>
    Object.entries(texts).flatMap(([text, value]) =>
      value == null ? [] : textProblems([code, text], value, stateOf(translationStatus, text)),
    ),
  )
}

function textProblems(path: string[], value: unknown, frenchState: string | null): ProblemDetail[] {
  const { en, fr } = value as { en?: string; fr?: string }
  const problems: ProblemDetail[] = []
  if (!en?.trim()) problems.push(badInput('TEXT_MISSING', 'The English text is missing.', path))
  if (!fr?.trim()) problems.push(badInput('TEXT_MISSING', 'The French text is missing.', path))
  else if (frenchState === 'OUTDATED') {
    problems.push(
      badInput('TRANSLATION_OUTDATED', 'The French text is older than the English one.', path),
    )
  }
  return problems
}

function stateOf({ fr }: TranslationStatus, text: string): string | null {
  if (fr === undefined) return null
  return typeof fr === 'string' ? fr : (fr[text] ?? null)
}

// An erratum mends words; a changed measurement is a revision and breaks the series.
const relationProblems = ({ version, kpis }: VersionSnapshot) =>
  version.kind !== 'ERRATUM'
    ? []
    : kpis
        .filter(({ relation }) => relation !== 'SAME' && relation !== 'REWORDED')
        .map(({ code }) =>
          badInput('NOT_AN_ERRATUM', 'An erratum cannot change what a KPI measures.', [code]),
        )
