import type { LocaleCode, LocalizedText } from '../definition'
import type { KpiRelation } from '../enums'
import { nodeOf, type LineageLink } from '../lineage'
import type { VersionSnapshot } from '../snapshot'

const HEADINGS: Readonly<Partial<Record<KpiRelation, LocalizedText>>> = {
  NEW: { en: 'New KPIs', fr: 'Nouveaux ICP' },
  FORMULA_CHANGED: { en: 'Formula changed', fr: 'Formule modifiée' },
  SPLIT: { en: 'Split', fr: 'Scindés' },
  MERGED: { en: 'Merged', fr: 'Fusionnés' },
  REWORDED: { en: 'Reworded', fr: 'Reformulés' },
  RETIRED: { en: 'Retired', fr: 'Retirés' },
}

const WORDS = {
  comparable: {
    en: 'comparable through a conversion',
    fr: 'comparable au moyen d’une conversion',
  },
  notComparable: { en: 'a new series begins', fr: 'une nouvelle série commence' },
  nothing: { en: 'No KPI changes.', fr: 'Aucun ICP ne change.' },
} as const

/** A change log to begin with, in Markdown: every KPI that changes, by what happens to it. */
export function changeLogOf(
  base: VersionSnapshot | null,
  version: VersionSnapshot,
  lineage: readonly LineageLink[],
): LocalizedText {
  const log = (locale: LocaleCode) => {
    const kpis = lineage.filter(({ kind }) => kind === 'KPI')
    const parts = (Object.keys(HEADINGS) as KpiRelation[]).flatMap((relation) => {
      const lines = entriesOf(kpis, relation).map((link) => lineOf(base, version, link, locale))
      return lines.length === 0
        ? []
        : [`### ${HEADINGS[relation]![locale]}\n\n${[...new Set(lines)].join('\n')}`]
    })
    return parts.join('\n\n') || WORDS.nothing[locale]
  }
  return { en: log('en'), fr: log('fr') }
}

const entriesOf = (kpis: readonly LineageLink[], relation: KpiRelation) =>
  kpis.filter((link) => link.relation === relation)

function lineOf(
  base: VersionSnapshot | null,
  version: VersionSnapshot,
  link: LineageLink,
  locale: LocaleCode,
): string {
  const node = nodeOf(version, 'KPI', link.code) ?? nodeOf(base, 'KPI', link.ancestorCode)
  const name = (node as { name?: LocalizedText } | null)?.name?.[locale] ?? ''
  const code = link.code ?? link.ancestorCode
  const origin =
    link.code !== null && link.ancestorCode !== null && link.code !== link.ancestorCode
      ? ` (${link.ancestorCode})`
      : ''
  const note = link.note?.[locale]
  return `- **${code}**${origin} ${[name, comparison(link, locale), note].filter(Boolean).join(locale === 'fr' ? ' ; ' : '; ')}`
}

function comparison({ relation, comparability }: LineageLink, locale: LocaleCode): string | null {
  if (comparability === 'WITH_CONVERSION') return WORDS.comparable[locale]
  const isChange = relation === 'FORMULA_CHANGED' || relation === 'SPLIT' || relation === 'MERGED'
  return isChange ? WORDS.notComparable[locale] : null
}
