const VALUES: Readonly<Record<string, (value: string) => string>> = {
  direction: (value) => `framework.direction.${value}`,
  kind: (value) => `framework.kindOf.${value}`,
  relation: (value) => `framework.relation.${value}`,
  valueType: (value) => `framework.element.valueTypeOf.${value}`,
  nature: (value) => `framework.element.natureOf.${value}`,
  origin: (value) => `framework.element.originOf.${value}`,
  undefinedWhen: (value) => `framework.undefinedWhenOf.${value}`,
  isInteger: (value) => `framework.yesOrNo.${value}`,
  'statement.kind': (value) => `framework.history.kind.${value}`,
  'statement.relation': (value) => `framework.relation.${value}`,
  'statement.comparability': (value) => `lineage.comparability.${value}`,
  'normalisation.method': (value) => `framework.method.${value}`,
  'provenance.status': (value) => `framework.provenance.${value}`,
}

/** Key of the words for a stored value, such as the direction HIGHER; null where it stands for itself. */
export function valueKey(field: string, value: string): string | null {
  if (field === 'maxDisclosureLevel') return `kit.level.${value}.name`
  const key = VALUES[field]
  // Rows written before the methods were named in capitals are read like the others.
  return key?.(value === 'true' || value === 'false' ? value : value.toUpperCase()) ?? null
}

const PARTS: Readonly<Record<string, string>> = {
  method: 'framework.measurement.method',
  floor: 'framework.measurement.floor',
  goal: 'framework.measurement.goal',
  target: 'framework.measurement.target',
  maxDistance: 'framework.measurement.maxDistance',
  status: 'framework.about.origin',
  fields: 'framework.about.fields',
  sources: 'framework.about.sources',
  note: 'framework.about.note',
  en: 'framework.english',
  fr: 'framework.french',
}

/** Key of the words for a part of a field, such as the floor of a score; null where it stands for itself. */
export const partKey = (part: string): string | null => PARTS[part] ?? null

/** Keys of the words in the row of a symbol: its period and its role. */
export const symbolKeys = (word: string): readonly string[] => [
  `framework.role.${word}`,
  `framework.period.${word}`,
]
