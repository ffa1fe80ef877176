/** Something the schema leaves open, at a coordinate such as `Kpi.reviewGuidance`. */
export interface Gap {
  readonly kind: GapKind
  readonly at: string
  readonly detail: string
}

export type GapKind =
  | 'NO_RULE'
  | 'TWO_RULES'
  | 'NO_ROW_CLASS'
  | 'NO_CEILING'
  | 'WIDER_THAN_CEILING'
  | 'WIDER_THAN_INTERFACE'
  | 'WIDER_THAN_SOURCE'
  | 'UNKNOWN_SOURCE'
  | 'FILTERS_RESTRICTED'
  | 'NEVER_READABLE'
  | 'NOT_NULLABLE'
  | 'OWNER_WITHOUT_ROW'
  | 'CONDITION_WITHOUT_ROW'
  | 'CONDITION_WITHOUT_EFFECT'
  | 'ASYNCHRONOUS_CONDITION'
  | 'RESTRICTED_DEFAULT'
  | 'EMBEDDED_WITHOUT_ROW'
  | 'LOST_MIDDLEWARE'

/** The server does not start: some part of the schema has no rule, or one that contradicts another. */
export class UncoveredSchema extends Error {
  override readonly name = 'UncoveredSchema'

  constructor(readonly gaps: readonly Gap[]) {
    const lines = gaps.map(({ kind, at, detail }) => `  ${at}: ${detail} [${kind}]`)
    super(`The schema has ${gaps.length} gaps in its access rules:\n${lines.join('\n')}`)
  }
}
