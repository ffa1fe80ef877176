/** Classes about what is read: each question of the matrix, which judges the answers by POST, goes by the other ways too. */
export const PROVED_BY_QUESTIONS = [
  'A1',
  'A4',
  'A5',
  'A6',
  'A10',
  'A13',
  'A15',
  'A16',
  'A18',
  'A39',
  'A54',
] as const

/** Classes about commands: each mutation on rows of others, by every way. */
export const PROVED_BY_WRITES = ['A17', 'A19', 'A21', 'A23', 'A24', 'A48'] as const // prettier-ignore
