import type { StatusKind } from '@pmm/portal-kit'
import type { Permission } from '../wording/permission'

export const states = ['MISSING', 'OUTDATED', 'DRAFT', 'REVIEWED', 'OFFICIAL'] as const
export type State = (typeof states)[number]

export const stateMarks: Record<State, { kind: StatusKind; icon?: string }> = {
  MISSING: { kind: 'error' },
  OUTDATED: { kind: 'warn' },
  DRAFT: { kind: 'neutral', icon: 'i-lucide-pencil' },
  REVIEWED: { kind: 'ok' },
  OFFICIAL: { kind: 'ok', icon: 'i-lucide-lock' },
}

export const kinds = [
  'VERSION',
  'DIMENSION',
  'OUTCOME',
  'OUTCOME_MAPPING',
  'KPI',
  'DATA_ELEMENT',
  'INSTRUMENT',
  'SCALE',
  'REASON_CODE',
] as const
export type Kind = (typeof kinds)[number]

/** A text of a version as the desk works with it. */
export interface TranslatedText {
  readonly unit: string
  readonly kind: Kind
  readonly code: string
  readonly text: string
  readonly title?: string | null
  readonly en: string
  readonly fr: string
  readonly state: State
  readonly revision: string
  readonly previous?: string | null
  readonly translatedAt?: string | null
  readonly reviewedAt?: string | null
  readonly translatedBy?: { readonly name: string } | null
  readonly reviewedBy?: { readonly name: string } | null
  readonly terms: readonly Term[]
  readonly viewerCan: {
    readonly translate: Permission
    readonly review: Permission
    readonly confirm: Permission
  }
}

export interface Term {
  readonly en: string
  readonly fr: string
  readonly note?: string | null
}

/** Name of a text without what differs from entry to entry: `subMeasures.IMP` is a sub-measure. */
export const textName = (text: string): { name: string; of: string } => {
  const [name = text, ...of] = text.split('.')
  return { name, of: of.join('.') }
}
