import { badInput, type ProblemDetail } from '#platform'
import type { LocalizedText } from '../definition'
import type { VersionSnapshot } from '../snapshot'
import { conversionErrors } from './conversion'
import type { LineageLink } from './lineage'

/** What a lineage leaves open: series that end without a reason, conversions that no longer hold. */
export function lineageProblems(
  base: VersionSnapshot | null,
  version: VersionSnapshot,
  lineage: readonly LineageLink[],
): readonly ProblemDetail[] {
  if (!base) return []
  const kpis = lineage.filter(({ kind }) => kind === 'KPI')
  return kpis.flatMap((link) => [
    ...reasonProblems(link),
    ...conversionProblems(base, version, link),
    ...splitProblems(link, kpis),
  ])
}

function reasonProblems(link: LineageLink): readonly ProblemDetail[] {
  if (link.comparability !== 'NOT_COMPARABLE' || link.relation === 'NEW') return []
  const at = [link.code ?? link.ancestorCode!, 'lineage']
  if (!link.note) {
    return [
      link.code === null
        ? badInput('RETIREMENT_UNEXPLAINED', 'It is not said why this KPI is retired.', at)
        : badInput(
            'SERIES_END_UNEXPLAINED',
            'The series breaks here: store a conversion or say why it ends.',
            at,
          ),
    ]
  }
  return missingLanguages(link.note).map((language) =>
    badInput('TEXT_MISSING', `The ${language} text is missing.`, [...at, 'note']),
  )
}

/** Languages a text lacks. */
export const missingLanguages = (text: LocalizedText): readonly string[] => [
  ...(text.en?.trim() ? [] : ['English']),
  ...(text.fr?.trim() ? [] : ['French']),
]

function conversionProblems(
  base: VersionSnapshot,
  version: VersionSnapshot,
  { code, ancestorCode, conversion }: LineageLink,
): readonly ProblemDetail[] {
  const kpi = version.kpiByCode.get(code ?? '')
  const ancestor = base.kpiByCode.get(ancestorCode ?? '')
  if (conversion === null || !kpi || !ancestor) return []
  return conversionErrors(conversion, ancestor, kpi, version).map((error) =>
    badInput(error.code, error.message, [kpi.code, 'lineage', 'conversion']),
  )
}

function splitProblems(link: LineageLink, kpis: readonly LineageLink[]): readonly ProblemDetail[] {
  if (link.relation === 'SPLIT') {
    const parts = kpis.filter(
      ({ relation, ancestorCode }) => relation === 'SPLIT' && ancestorCode === link.ancestorCode,
    )
    if (parts.length < 2) {
      return [
        badInput('SPLIT_ALONE', 'A KPI that was split has at least two parts.', [
          link.code!,
          'lineage',
        ]),
      ]
    }
  }
  if (link.relation === 'MERGED' && kpis.filter(({ code }) => code === link.code).length < 2) {
    return [
      badInput('MERGED_ALONE', 'A KPI is merged from at least two others.', [
        link.code!,
        'lineage',
      ]),
    ]
  }
  return []
}
