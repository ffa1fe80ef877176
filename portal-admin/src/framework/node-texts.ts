import type { NodeChanges } from './composables/use-node-save'

/** Texts of a dimension, an expected outcome or a data element, as the editor holds them. */
export interface NodeTexts {
  nameEn: string
  nameFr: string
  descriptionEn: string
  descriptionFr: string
}

interface ServedTexts extends NodeTexts {
  nameFrServed: string
  descriptionFrServed: string
}

/** A missing French text is an empty field, not the English one that is served in its place. */
export const nodeTextsOf = (node: ServedTexts): NodeTexts => ({
  nameEn: node.nameEn,
  nameFr: node.nameFrServed === 'FR' ? node.nameFr : '',
  descriptionEn: node.descriptionEn,
  descriptionFr: node.descriptionFrServed === 'FR' ? node.descriptionFr : '',
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
