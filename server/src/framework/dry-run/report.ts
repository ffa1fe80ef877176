import type { ProblemDetail } from '#platform'
import type { LocalizedText } from '../definition'
import type { CheckLevel, KpiRelation } from '../enums'
import { changedFields, keyOf, type LineageLink } from '../lineage'
import type { GuidedSnapshot, VersionSnapshot } from '../snapshot'
import { stateOf, textEntries } from '../translation/language-problems'
import { changeLogOf } from './change-log'
import type { Check, CheckCode } from './checks'
import { consequencesOf, type ChangedNodes, type ConsequenceCode } from './consequences'
import type { Impact } from './impact'

const FORMAT = 'dry-run/1'

/** What is stored about the checks of a version: facts about exactly one content. */
export interface DryRunReport {
  readonly format: typeof FORMAT
  readonly counts: {
    readonly dimensions: number
    readonly outcomes: number
    readonly kpis: number
    readonly dataElements: number
    readonly instruments: number
    readonly rules: number
    readonly samples: number
  }
  readonly relations: readonly { readonly relation: KpiRelation; readonly count: number }[]
  readonly checks: readonly {
    readonly code: CheckCode | ConsequenceCode
    /** Missing in reports of earlier releases, whose checks all stood in the way. */
    readonly level?: keyof typeof CheckLevel
    readonly passed: boolean
    readonly problems: readonly ProblemDetail[]
  }[]
  /** Texts whose French is not official yet. */
  readonly texts: readonly {
    readonly code: string
    readonly text: string
    readonly state: string
  }[]
  readonly textCount: number
  readonly impact: Impact | null
  readonly changeLog: LocalizedText
}

export function reportOf(
  base: VersionSnapshot | null,
  version: GuidedSnapshot,
  lineage: readonly LineageLink[],
  checks: readonly Check[],
  impact: Impact | null,
): DryRunReport {
  const { dimensions, outcomes, kpis, dataElements, instruments, rules } = version
  const relations = Map.groupBy(
    lineage.filter(({ kind }) => kind === 'KPI'),
    ({ relation }) => relation,
  )
  const fields = changedFields(base, version, lineage)
  const changes = lineage.flatMap((link): ChangedNodes[number][] => {
    const own = fields.get(keyOf(link.kind, link.code))
    return own ? [[link, own]] : []
  })
  const texts = textsOf(version)
  const unofficial = texts.filter(({ state }) => state !== 'OFFICIAL')
  return {
    format: FORMAT,
    counts: {
      dimensions: dimensions.length,
      outcomes: outcomes.length,
      kpis: kpis.length,
      dataElements: dataElements.length,
      instruments: instruments.length,
      rules: rules.length,
      samples: kpis.reduce((sum, { samples }) => sum + samples.length, 0),
    },
    // A KPI merged from several is one KPI.
    relations: [...relations].map(([relation, links]) => ({
      relation,
      count: new Set(links.map(({ code, ancestorCode }) => code ?? ancestorCode)).size,
    })),
    checks: [
      ...checks.map((check) => ({ ...check, level: 'BLOCK' as const })),
      ...consequencesOf(impact, unofficial, changes, version),
    ].map(({ code, level, problems }) => ({
      code,
      level,
      passed: problems.length === 0,
      problems,
    })),
    texts: unofficial,
    textCount: texts.length,
    impact,
    changeLog: changeLogOf(base, version, lineage, changes),
  }
}

const textsOf = (version: GuidedSnapshot) =>
  textEntries(version).flatMap(({ code, texts, translationStatus, prefix = '' }) =>
    Object.entries(texts).flatMap(([text, value]) => {
      if (value == null) return []
      const isMissing = !(value as Partial<LocalizedText>).fr?.trim()
      return [
        {
          code,
          text,
          state: isMissing ? 'MISSING' : (stateOf(translationStatus, prefix + text) ?? 'DRAFT'),
        },
      ]
    }),
  )

/** A stored report, or null where it was written by an earlier release in another form. */
export const readReport = (stored: unknown): DryRunReport | null =>
  (stored as Partial<DryRunReport> | null)?.format === FORMAT ? (stored as DryRunReport) : null
