import type { Texts } from '#accounts'
import type { LocaleCode, LocalizedText } from '../definition'
import { SCORING } from '../lineage/changed-fields'
import type { LineageKind } from '../lineage/enums'
import { isBreak } from '../lineage/lineage'
import type { LineageRow } from '../lineage/node-lineage'
import type { VersionHead } from '../snapshot'
import type { FieldChange, NodeDifference, VersionDifference } from './difference'

const WORDS = {
  title: { en: 'Difference between {from} and {to}', fr: 'Différences entre {from} et {to}' },
  counts: {
    en: '{added} added, {removed} removed, {changed} changed, {moved} moved, {unchanged} unchanged.',
    fr: '{added} ajoutés, {removed} supprimés, {changed} modifiés, {moved} déplacés, {unchanged} inchangés.',
  },
  none: { en: 'The two versions say the same.', fr: 'Les deux versions disent la même chose.' },
  field: { en: 'Field', fr: 'Champ' },
  before: { en: 'Before', fr: 'Avant' },
  after: { en: 'After', fr: 'Après' },
  empty: { en: '*none*', fr: '*aucun*' },
  notes: { en: 'What changed', fr: 'Ce qui a changé' },
  noNotes: { en: '*No change notes.*', fr: '*Aucune note de modification.*' },
  elements: {
    en: 'Its own words are the same; a data element of its formula means something else.',
    fr: 'Son texte est le même ; un élément de données de sa formule a changé de sens.',
  },
  ends: { en: 'The series of {code} ends', fr: 'La série de {code} prend fin' },
  breaks: { en: 'The series breaks: {from} → {code}', fr: 'Rupture de série : {from} → {code}' },
  converts: {
    en: 'The series goes on through a conversion ({from} → {code}): `{conversion}`',
    fr: 'La série se poursuit par conversion ({from} → {code}) : `{conversion}`',
  },
  noted: { en: '{from} → {code}', fr: '{from} → {code}' },
  begins: { en: 'Begins here', fr: 'Commence ici' },
  unsaid: { en: '*No reason stated.*', fr: '*Aucune raison indiquée.*' },
} as const satisfies Record<string, LocalizedText>

const KINDS: Readonly<Record<LineageKind, LocalizedText>> = {
  DIMENSION: { en: 'Dimensions', fr: 'Dimensions' },
  EXPECTED_OUTCOME: { en: 'Expected outcomes', fr: 'Résultats attendus' },
  KPI: { en: 'KPIs', fr: 'ICP' },
  DATA_ELEMENT: { en: 'Data elements', fr: 'Éléments de données' },
  INSTRUMENT: { en: 'WCO instruments', fr: 'Instruments de l’OMD' },
}

const RESCORED: LocalizedText = { en: 'scoring changed', fr: 'notation modifiée' }

const RELATIONS: Readonly<Record<NodeDifference['relation'], LocalizedText>> = {
  SAME: { en: 'moved', fr: 'déplacé' },
  REWORDED: { en: 'reworded', fr: 'reformulé' },
  FORMULA_CHANGED: { en: 'measurement changed', fr: 'mesure modifiée' },
  SPLIT: { en: 'split', fr: 'scindé' },
  MERGED: { en: 'merged', fr: 'fusionné' },
  NEW: { en: 'new', fr: 'nouveau' },
  RETIRED: { en: 'retired', fr: 'retiré' },
}

/** Names of fields as people read them. */
export const FIELD_NAMES: Readonly<Record<string, LocalizedText>> = {
  code: { en: 'Code', fr: 'Code' },
  name: { en: 'Name', fr: 'Nom' },
  label: { en: 'Label', fr: 'Libellé' },
  description: { en: 'Definition', fr: 'Définition' },
  methodologyHelp: { en: 'How to measure', fr: 'Comment mesurer' },
  guidance: { en: 'Guidance for reviewers', fr: 'Conseils aux examinateurs' },
  dimension: { en: 'Dimension', fr: 'Dimension' },
  outcome: { en: 'Expected outcome', fr: 'Résultat attendu' },
  order: { en: 'Place', fr: 'Place' },
  weight: { en: 'Weight', fr: 'Poids' },
  sdgs: { en: 'SDGs', fr: 'ODD' },
  mappings: { en: 'Mappings with strength', fr: 'Correspondances et intensité' },
  sdgTargets: { en: 'SDG targets', fr: 'Cibles des ODD' },
  instruments: { en: 'WCO instruments', fr: 'Instruments de l’OMD' },
  kind: { en: 'Kind', fr: 'Genre' },
  unit: { en: 'Unit', fr: 'Unité' },
  decimals: { en: 'Decimals', fr: 'Décimales' },
  direction: { en: 'Direction', fr: 'Sens' },
  range: { en: 'Range', fr: 'Intervalle' },
  normalisation: { en: 'Scoring', fr: 'Notation' },
  scale: { en: 'Scale', fr: 'Échelle' },
  formula: { en: 'Formula', fr: 'Formule' },
  undefinedWhen: { en: 'Division by zero', fr: 'Division par zéro' },
  elements: { en: 'Symbols', fr: 'Symboles' },
  subMeasures: { en: 'Parts of the headline', fr: 'Sous-mesures' },
  samples: { en: 'Sample calculations', fr: 'Exemples de calcul' },
  valueType: { en: 'Type', fr: 'Type' },
  nature: { en: 'Nature', fr: 'Nature' },
  origin: { en: 'Origin', fr: 'Origine' },
  min: { en: 'Smallest value', fr: 'Valeur minimale' },
  max: { en: 'Largest value', fr: 'Valeur maximale' },
  integer: { en: 'Whole numbers', fr: 'Nombres entiers' },
}

type Head = Pick<VersionHead, 'code' | 'name' | 'changeNotes'>

/** A difference as a document to be kept or put before a meeting. */
export function markdownOf(
  { from, to, steps }: { readonly from: Head; readonly to: Head; readonly steps: readonly Head[] },
  { nodes, counts }: VersionDifference,
  locale: LocaleCode,
): string {
  const named = (head: Head) => `${escaped(textIn(head.name, locale))} (${head.code})`
  const title = fill(WORDS.title[locale], { from: named(from), to: named(to) })
  const notes = steps.flatMap((head) => [
    `### ${named(head)}`,
    head.changeNotes ? paragraphs(textIn(head.changeNotes, locale)) : WORDS.noNotes[locale],
  ])
  const sections = (Object.keys(KINDS) as LineageKind[]).flatMap((kind) => {
    const own = nodes.filter((node) => node.kind === kind)
    if (own.length === 0) return []
    return [`## ${KINDS[kind][locale]}`, ...own.map((node) => nodeText(node, locale))]
  })
  const body = sections.length === 0 ? [WORDS.none[locale]] : sections
  return (
    [
      `# ${title}`,
      fill(WORDS.counts[locale], counts),
      ...(notes.length === 0 ? [] : [`## ${WORDS.notes[locale]}`, ...notes]),
      ...body,
    ].join('\n\n') + '\n'
  )
}

function nodeText(node: NodeDifference, locale: LocaleCode): string {
  const code =
    node.code !== null && node.formerCode !== null && node.code !== node.formerCode
      ? `${node.formerCode} → ${node.code}`
      : (node.code ?? node.formerCode)
  const isRescored = node.relation === 'REWORDED' && node.fields.some(({ field }) => SCORING.has(field)) // prettier-ignore
  const said = [isRescored ? RESCORED[locale] : RELATIONS[node.relation][locale]]
  if (node.isMoved && node.relation !== 'SAME') said.push(RELATIONS.SAME[locale])
  const heading = `### ${code} ${escaped(textIn(node.name, locale))}: ${said.join(', ')}`
  const head = [WORDS.field, WORDS.before, WORDS.after].map((word) => word[locale])
  const rows = node.fields.map((field) => rowText(field, locale))
  const table = [`| ${head.join(' | ')} |`, '| --- | --- | --- |', ...rows].join('\n')
  return [
    heading,
    ...(rows.length === 0 ? [] : [table]),
    ...(rows.length === 0 && node.relation === 'FORMULA_CHANGED' ? [WORDS.elements[locale]] : []),
    ...node.reasons.map((link) => `- ${reasonText(link, locale)}`),
  ].join('\n\n')
}

function reasonText(link: LineageRow, locale: LocaleCode): string {
  const { code, ancestorCode, conversion, note } = link
  const what =
    ancestorCode === null
      ? WORDS.begins
      : code === null
        ? WORDS.ends
        : conversion !== null
          ? WORDS.converts
          : isBreak(link)
            ? WORDS.breaks
            : WORDS.noted
  const said = fill(what[locale], {
    from: ancestorCode ?? '',
    code: code ?? ancestorCode ?? '',
    conversion: conversion ?? '',
  })
  const reason = note ? escaped(textIn(note, locale)) : conversion === null ? WORDS.unsaid[locale] : '' // prettier-ignore
  return reason === '' ? `${said}.` : `${said}. ${reason}`
}

const textIn = (text: Texts, locale: LocaleCode) => text[locale] || text['en'] || ''

const paragraphs = (text: string) =>
  text
    .split(/\r?\n\s*\r?\n/)
    .map(escaped)
    .join('\n\n')

function rowText({ field, locale: language, before, after }: FieldChange, locale: LocaleCode) {
  const name = FIELD_NAMES[field]?.[locale] ?? field
  const cells = [before, after].map((text) => (text === null ? WORDS.empty[locale] : escaped(text)))
  return `| ${name}${language ? ` (${language})` : ''} | ${cells.join(' | ')} |`
}

// Texts of the catalogue are words, never markup.
const escaped = (text: string) =>
  text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\r?\n/g, '<br>')

const fill = (text: string, values: Readonly<Record<string, string | number>>) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
