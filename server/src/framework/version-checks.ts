import { badInput, type ProblemDetail } from '#platform'
import { partProblems } from './part-problems'
import { checkKpiFormulas } from './formula'
import { kpiProblems } from './kpi-checks'
import { failingSamples } from './sample-run'
import { ruleProblems } from './validation-rule/rule-problems'
import type { GuidedSnapshot, VersionSnapshot } from './snapshot'
import { languageProblems } from './translation/language-problems'

/** What the content of a version is checked for, each by itself; the path of a problem names the entry. */
export const contentChecks = {
  FORMULAS: (snapshot: GuidedSnapshot): readonly ProblemDetail[] => formulaProblems(snapshot),
  SAMPLES: (snapshot: GuidedSnapshot): readonly ProblemDetail[] => sampleProblems(snapshot),
  RULES: (snapshot: GuidedSnapshot): readonly ProblemDetail[] => validationProblems(snapshot),
  LANGUAGES: (snapshot: GuidedSnapshot): readonly ProblemDetail[] => languageProblems(snapshot),
  ERRATUM: (snapshot: GuidedSnapshot): readonly ProblemDetail[] => relationProblems(snapshot),
}

const formulaProblems = ({ kpis, elementByCode }: VersionSnapshot) =>
  kpis.flatMap((kpi) => [
    ...checkKpiFormulas(kpi, elementByCode).map(({ code, message, subMeasure }) =>
      badInput(code, message, [kpi.code, ...(subMeasure ? [subMeasure] : ['formula'])]),
    ),
    ...partProblems(kpi).map((each) => ({ ...each, path: [kpi.code, ...each.path] })),
    ...kpiProblems(kpi, elementByCode).map((each) => ({ ...each, path: [kpi.code, ...each.path] })),
  ])

const sampleProblems = ({ kpis }: VersionSnapshot) =>
  kpis.flatMap((kpi) =>
    failingSamples(kpi).map(({ sample, result }) =>
      badInput(
        'SAMPLE_FAILS',
        `Sample "${sample.name}" gives ${result.value === null ? result.state : shortened(result.value)} instead of ${sample.expectedValue ?? sample.expectedState}.`,
        [kpi.code, sample.name],
      ),
    ),
  )

// A division without end has fifty digits; the first of them tell what is wrong.
const shortened = (value: string) => value.replace(/(\.\d{6})\d+$/, '$1…')

function validationProblems({ rules, kpis, elementByCode }: VersionSnapshot): ProblemDetail[] {
  const scope = { elements: elementByCode, kpis: new Set(kpis.map(({ code }) => code)) }
  return rules.flatMap((rule) =>
    ruleProblems(rule, scope).map((each) => ({ ...each, path: [rule.code, ...each.path] })),
  )
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
