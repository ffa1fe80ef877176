import type { ProvenanceStatus } from '../generated/graphql'

const ORDER: readonly ProvenanceStatus[] = [
  'SOURCED',
  'RECONSTRUCTED',
  'GENERAL_KNOWLEDGE',
  'CONSTRUCTED',
  'INVENTED',
]

/** How many entries come from where, the published ones first. */
export const tallyOf = (statuses: readonly ProvenanceStatus[]) =>
  ORDER.map((status) => ({
    status,
    count: statuses.filter((each) => each === status).length,
  })).filter(({ count }) => count > 0)
