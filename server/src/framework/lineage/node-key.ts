/** Key of a node over all kinds. */
export const keyOf = (kind: string, code: string | null) => `${kind} ${code ?? ''}`
