/** Bounds of a document before anything of it is looked at; see `docs/access.md`. */
export const LIMITS = {
  tokens: 10_000,
  operations: 1,
  /** Levels of fields, fragments opened. */
  depth: 15,
  /** Aliases as written, those of `__typename` among them. */
  aliases: 30,
  directivesOfSelection: 5,
  directives: 50,
  fragments: 50,
  /** Selections between one pair of braces. */
  width: 200,
  /** Selections with every fragment opened wherever it is named. */
  selections: 10_000,
  queryFields: 20,
  mutationFields: 5,
} as const

/** Points of the dearest document that may run. */
export const MAXIMUM_COST = 1_000

/** Braces within braces as written: more than any depth needs, and few enough to follow. */
export const NESTING = 60

/** What a document is refused for. */
export const REFUSALS = {
  TOO_MANY_TOKENS: `A document has at most ${LIMITS.tokens} tokens.`,
  TOO_MANY_OPERATIONS: 'A document holds one operation.',
  TOO_DEEP: `A document is at most ${LIMITS.depth} levels deep.`,
  TOO_MANY_ALIASES: `A document has at most ${LIMITS.aliases} aliases.`,
  TOO_MANY_DIRECTIVES: `There are at most ${LIMITS.directivesOfSelection} directives at a selection and ${LIMITS.directives} in a document.`,
  TOO_MANY_FRAGMENTS: `A document has at most ${LIMITS.fragments} fragments.`,
  FRAGMENT_CYCLE: 'A fragment leads back to itself.',
  TOO_MANY_SELECTIONS: `A document makes at most ${LIMITS.width} selections in one place and ${LIMITS.selections} in all, fragments opened.`,
  TOO_MANY_ROOT_FIELDS: `A query has at most ${LIMITS.queryFields} root fields, a mutation ${LIMITS.mutationFields}.`,
  AUTHENTICATION_ALONE: 'A mutation about signing in stands alone in its request.',
} as const

export type GateReason = keyof typeof REFUSALS
