import type { LocaleCode, LocalizedText } from '../definition'
import type { KpiRelation } from '../enums'
import { PLACE, SCORING, isPlaced, keyOf, nodeOf, type LineageLink } from '../lineage'
import type { VersionSnapshot } from '../snapshot'
import type { ChangedNodes } from './consequences'

type Part = Exclude<KpiRelation, 'SAME'> | 'MEASUREMENT'

const HEADINGS: Readonly<Record<Part, LocalizedText>> = {
  NEW: { en: 'New KPIs', fr: 'Nouveaux ICP' },
  FORMULA_CHANGED: { en: 'Formula changed', fr: 'Formule modifiée' },
  MEASUREMENT: { en: 'Measurement changed', fr: 'Mesure modifiée' },
  SPLIT: { en: 'Split', fr: 'Scindés' },
  MERGED: { en: 'Merged', fr: 'Fusionnés' },
  REWORDED: { en: 'Reworded', fr: 'Reformulés' },
  RETIRED: { en: 'Retired', fr: 'Retirés' },
}

const SCORED: LocalizedText = { en: 'Scoring changed', fr: 'Notation modifiée' }

const MOVED: LocalizedText = { en: 'Moved', fr: 'Déplacés' }

/** Fields as a change log names them; words and others are told by their heading. */
const FIELDS: Readonly<Record<string, LocalizedText>> = {
  direction: { en: 'direction', fr: 'sens' },
  normalisation: { en: 'scoring', fr: 'notation' },
  weight: { en: 'weight', fr: 'poids' },
}

const WORDS = {
  comparable: {
    en: 'comparable through a conversion',
    fr: 'comparable au moyen d’une conversion',
  },
  notComparable: { en: 'a new series begins', fr: 'une nouvelle série commence' },
  nothing: { en: 'No KPI changes.', fr: 'Aucun ICP ne change.' },
} as const

/** A change log to begin with, in Markdown: every KPI that changes, by what happens to it, and all that changes scores. */
export function changeLogOf(
  base: VersionSnapshot | null,
  version: VersionSnapshot,
  lineage: readonly LineageLink[],
  changes: ChangedNodes,
): LocalizedText {
  const log = (locale: LocaleCode) => {
    const kpis = lineage.filter(({ kind }) => kind === 'KPI')
    const scored = changes.filter(([, fields]) => fields.some((field) => SCORING.has(field)))
    // Called reworded by its relation, what changes nothing but scores has no other words.
    const onlyScored = new Set(
      scored.flatMap(([link, fields]) =>
        fields.every((field) => SCORING.has(field) || PLACE.has(field))
          ? [keyOf(link.kind, link.code)]
          : [],
      ),
    )
    const scoreLines = scored.map(([link, fields]) =>
      lineOf(base, version, link, locale, scoreFields(fields, locale)),
    )
    const placeOf = (
      snapshot: VersionSnapshot | null,
      { kind }: LineageLink,
      code: string | null,
    ) => Object.entries(nodeOf(snapshot, kind, code) ?? {}).find(([field]) => PLACE.has(field))?.[1]
    const movedLines = changes
      .filter(([, fields]) => isPlaced(fields))
      .map(([link]) =>
        lineOf(base, version, link, locale, `${placeOf(base, link, link.ancestorCode)} → ${placeOf(version, link, link.code)}`),
      ) // prettier-ignore
    const formulas = new Set(
      changes.flatMap(([{ kind, code }, fields]) =>
        fields.includes('formula') ? [keyOf(kind, code)] : [],
      ),
    )
    const partOf = ({ kind, code, relation }: LineageLink) =>
      relation === 'FORMULA_CHANGED' && !formulas.has(keyOf(kind, code)) ? 'MEASUREMENT' : relation
    const parts = (Object.keys(HEADINGS) as Part[]).flatMap((part) => {
      const isWords = part === 'REWORDED'
      const lines = kpis
        .filter((link) => partOf(link) === part)
        .filter(({ kind, code }) => !isWords || !onlyScored.has(keyOf(kind, code)))
        .map((link) => lineOf(base, version, link, locale))
      return [
        ...(isWords ? section(SCORED[locale], scoreLines) : []),
        ...(isWords ? section(MOVED[locale], movedLines) : []),
        ...section(HEADINGS[part][locale], lines),
      ]
    })
    return parts.join('\n\n') || WORDS.nothing[locale]
  }
  return { en: log('en'), fr: log('fr') }
}

const section = (heading: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [`### ${heading}\n\n${[...new Set(lines)].join('\n')}`]

const scoreFields = (fields: readonly string[], locale: LocaleCode) =>
  fields.flatMap((field) => FIELDS[field]?.[locale] ?? []).join(', ')

function lineOf(
  base: VersionSnapshot | null,
  version: VersionSnapshot,
  link: LineageLink,
  locale: LocaleCode,
  fields: string | null = null,
): string {
  const node = nodeOf(version, link.kind, link.code) ?? nodeOf(base, link.kind, link.ancestorCode)
  const name = (node as { name?: LocalizedText } | null)?.name?.[locale] ?? ''
  const code = link.code ?? link.ancestorCode
  const origin =
    link.code !== null && link.ancestorCode !== null && link.code !== link.ancestorCode
      ? ` (${link.ancestorCode})`
      : ''
  const note = link.note?.[locale]
  return `- **${code}**${origin} ${[name, fields, fields === null ? comparison(link, locale) : null, note].filter(Boolean).join(locale === 'fr' ? ' ; ' : '; ')}`
}

function comparison({ relation, comparability }: LineageLink, locale: LocaleCode): string | null {
  if (comparability === 'WITH_CONVERSION') return WORDS.comparable[locale]
  const isChange = relation === 'FORMULA_CHANGED' || relation === 'SPLIT' || relation === 'MERGED'
  return isChange ? WORDS.notComparable[locale] : null
}
