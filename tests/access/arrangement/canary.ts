/** A text that stands in every confidential field this arrangement fills, and nowhere else. */
export const CANARY = 'canary-7f3b'
