import type { SheetLayout } from './sheet-layout.ts'

/** French of the fields of a catalogue, as they stand at the head of a column. */
const FRENCH: Readonly<Record<string, string>> = {
  of: 'De', code: 'Code', name: 'Nom', label: 'Libellé', description: 'Description', note: 'Note',
  methodologyHelp: 'Comment mesurer', guidance: 'Conseils aux évaluateurs', rationale: 'Raison', level: 'Niveau', state: 'État', goal: 'Objectif',
  order: 'Ordre', weight: 'Poids', dimension: 'Dimension', outcome: 'Résultat attendu', sdgs: 'ODD',
  instruments: 'Instruments', mappingProvenance: 'Provenance des correspondances', kind: 'Type', target: 'Cible',
  strength: 'Intensité', valueType: 'Type de valeur', unit: 'Unité', nature: 'Nature', origin: 'Origine',
  min: 'Minimum', max: 'Maximum', integer: 'Nombre entier', scale: 'Échelle', periods: 'Périodes',
  usedBy: 'Utilisé par', decimals: 'Décimales', direction: 'Sens', 'range.min': 'Minimum de la plage',
  'range.max': 'Maximum de la plage', scored: 'Noté', 'normalisation.method': 'Méthode de normalisation',
  'normalisation.floor': 'Plancher', 'normalisation.goal': 'But', 'normalisation.target': 'Valeur visée',
  'normalisation.maxDistance': 'Écart maximal', formula: 'Formule', undefinedWhen: 'Indéfini quand',
  sdgTargets: 'Cibles des ODD', maxDisclosureLevel: 'Niveau de divulgation maximal', symbol: 'Symbole',
  element: 'Élément de données', period: 'Période', role: 'Rôle', values: 'Valeurs',
  expectedState: 'État attendu', expectedValue: 'Valeur attendue', type: 'Type de règle', part: 'Partie',
  whole: 'Tout', kpis: 'ICP', percent: 'Pourcentage', left: 'Membre de gauche', comparison: 'Comparaison',
  right: 'Membre de droite', tolerance: 'Tolérance', ancestors: 'Ancêtres', relation: 'Relation',
  comparability: 'Comparabilité', conversion: 'Conversion', translationStatus: 'État de la traduction',
  'provenance.status': 'Provenance', 'provenance.fields': 'Champs publiés', 'provenance.sources': 'Sources',
  'provenance.note': 'Note sur la provenance',
} // prettier-ignore

/** Head of a column in French; of a field without a word of its own its key. */
export function frenchLabel(key: string): string {
  const language = /\.(en|fr)$/.exec(key)?.[1]
  if (!language) return FRENCH[key] ?? key
  const field = key.slice(0, -3)
  return `${FRENCH[field] ?? field} (${language === 'en' ? 'anglais' : 'français'})`
}

const FRENCH_TITLES: Readonly<Record<string, string>> = {
  scales: 'Échelles', 'scales.levels': 'Niveaux des échelles', reasonCodes: 'Motifs', sdgs: 'ODD',
  instruments: 'Instruments', dimensions: 'Dimensions', outcomes: 'Résultats attendus',
  'outcomes.mappings': 'Correspondances', dataElements: 'Éléments de données', kpis: 'ICP',
  'kpis.elements': 'Éléments des ICP', 'kpis.subMeasures': 'Sous-mesures des ICP',
  'kpis.samples': 'Exemples de calcul des ICP', rules: 'Règles de validation', lineage: 'Filiation',
} // prettier-ignore

/** Title of a sheet in French; of a list without one of its own the English title. */
export function frenchTitle({ list, part, title }: Pick<SheetLayout, 'list' | 'part' | 'title'>) {
  return FRENCH_TITLES[part === null ? list : `${list}.${part}`] ?? title
}
