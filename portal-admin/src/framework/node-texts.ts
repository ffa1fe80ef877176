import type { Problem } from '../wording/permission'
import type { NodeChanges } from './composables/use-node-save'
import { asDecimal } from './figures'

/** A dimension, an expected outcome, a data element or an instrument, as the editor holds it. */
export interface NodeTexts {
  nameEn: string
  nameFr: string
  descriptionEn: string
  descriptionFr: string
}

export type ProvenanceStatus =
  'SOURCED' | 'RECONSTRUCTED' | 'GENERAL_KNOWLEDGE' | 'CONSTRUCTED' | 'INVENTED'
export type ValueType = 'COUNT' | 'MONEY' | 'DECIMAL' | 'LEVEL' | 'BOOLEAN'

interface ServedOrigin {
  status: ProvenanceStatus
  fields: readonly string[]
  sources: readonly string[]
  note?: string | null
}

/** Where an entry comes from, as typed: a source a line, names of fields parted by commas. */
export interface OriginDraft {
  status: ProvenanceStatus
  sources: string
  published: string
  note: string
}

/** What a node has beside its texts; a kind that lacks a field leaves it empty. */
export interface NodeDraft extends NodeTexts, OriginDraft {
  weight: string
  valueType: ValueType
  unit: string
  nature: 'FLOW' | 'STOCK'
  origin: 'ENTERED' | 'DERIVED'
  min: string
  max: string
  isInteger: boolean
  scale: string
}

interface ServedTexts {
  nameEn: string
  nameFr: string
  nameFrServed: string
  descriptionEn?: string
  descriptionFr?: string
  descriptionFrServed?: string
}

interface ServedNode extends ServedTexts {
  weight?: string
  valueType?: ValueType
  unit?: string
  nature?: 'FLOW' | 'STOCK'
  origin?: 'ENTERED' | 'DERIVED'
  min?: string | null
  max?: string | null
  isInteger?: boolean
  scale?: { code: string } | null
  provenance: ServedOrigin
}

/** A missing French text is an empty field, not the English one that is served in its place. */
export const nodeTextsOf = (node: ServedTexts): NodeTexts => ({
  nameEn: node.nameEn,
  nameFr: node.nameFrServed === 'FR' ? node.nameFr : '',
  descriptionEn: node.descriptionEn ?? '',
  descriptionFr: node.descriptionFrServed === 'FR' ? (node.descriptionFr ?? '') : '',
})

export const nodeDraftOf = (node: ServedNode): NodeDraft => ({
  ...nodeTextsOf(node),
  weight: node.weight ?? '',
  valueType: node.valueType ?? 'COUNT',
  unit: node.unit ?? '',
  nature: node.nature ?? 'FLOW',
  origin: node.origin ?? 'ENTERED',
  min: node.min ?? '',
  max: node.max ?? '',
  isInteger: node.isInteger ?? true,
  scale: node.scale?.code ?? '',
  ...originOf(node.provenance),
})

/** Only what was changed: a language that was not touched keeps its state of translation. */
export function changedTexts(base: NodeTexts, draft: NodeTexts): NodeChanges {
  const changed = (text: 'name' | 'description') => ({
    ...(base[`${text}En`] !== draft[`${text}En`] && { en: draft[`${text}En`].trim() }),
    ...(base[`${text}Fr`] !== draft[`${text}Fr`] && { fr: draft[`${text}Fr`].trim() }),
  })
  const name = changed('name')
  const description = changed('description')
  return {
    ...(Object.keys(name).length > 0 && { name }),
    ...(Object.keys(description).length > 0 && { description }),
  }
}

const orNull = (text: string) => text.trim() || null
const partsOf = (text: string, by: RegExp) =>
  text
    .split(by)
    .map((each) => each.trim())
    .filter(Boolean)

export const originOf = ({ status, fields, sources, note }: ServedOrigin): OriginDraft => ({
  status,
  sources: sources.join('\n'),
  published: fields.join(', '),
  note: note ?? '',
})

/** The origin as the commands take it. */
export const originInput = ({ status, sources, published, note }: OriginDraft) => ({
  status,
  sources: partsOf(sources, /\s*\n\s*/),
  fields: partsOf(published, /,/),
  note: orNull(note),
})

/** Figures that no server takes; an empty limit is none, an empty weight is no weight. */
export function nodeFigureProblems(base: NodeDraft, draft: NodeDraft): Problem[] {
  return (['weight', 'min', 'max'] as const)
    .filter(
      (field) =>
        base[field] !== draft[field] &&
        (field === 'weight' || draft[field].trim() !== '') &&
        asDecimal(draft[field]) === null,
    )
    .map((field) => ({
      code: 'BAD_INPUT',
      reason: 'BAD_FIGURE',
      message: '',
      path: ['input', field],
    }))
}

/** Everything of a node that was changed, as its command takes it. */
export function changedNode(base: NodeDraft, draft: NodeDraft) {
  const differs = (...fields: (keyof NodeDraft)[]) =>
    fields.some((field) => base[field] !== draft[field])
  return {
    ...changedTexts(base, draft),
    ...(differs('weight') && { weight: draft.weight.trim() }),
    ...(differs('valueType') && { valueType: draft.valueType }),
    ...(differs('unit') && { unit: draft.unit.trim() }),
    ...(differs('nature') && { nature: draft.nature }),
    ...(differs('origin') && { origin: draft.origin }),
    ...(differs('min') && { min: orNull(draft.min) }),
    ...(differs('max') && { max: orNull(draft.max) }),
    ...(differs('isInteger') && { isInteger: draft.isInteger }),
    ...(differs('scale') && { scale: orNull(draft.scale) }),
    ...(differs('status', 'sources', 'published', 'note') && {
      provenance: originInput(draft),
    }),
  }
}
