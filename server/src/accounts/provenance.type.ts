import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { Access, PUBLIC, Rows } from '#access'

export const ProvenanceStatus = {
  SOURCED: 'SOURCED',
  RECONSTRUCTED: 'RECONSTRUCTED',
  GENERAL_KNOWLEDGE: 'GENERAL_KNOWLEDGE',
  CONSTRUCTED: 'CONSTRUCTED',
  INVENTED: 'INVENTED',
} as const
export type ProvenanceStatus = keyof typeof ProvenanceStatus

registerEnumType(ProvenanceStatus, {
  name: 'ProvenanceStatus',
  description: 'Where an entry comes from. Clients must accept unknown values.',
  valuesConfig: {
    SOURCED: { description: 'The listed fields are published at the source addresses.' },
    RECONSTRUCTED: { description: 'Aligned with published lists and totals.' },
    GENERAL_KNOWLEDGE: { description: 'Common knowledge without a single source.' },
    CONSTRUCTED: { description: 'Made for this platform; nobody has published it.' },
    INVENTED: { description: 'Fiction, for the demonstration alone.' },
  },
})

@ObjectType({ description: 'Where an entry comes from: what is published, and what is made here.' })
@Rows('EMBEDDED')
@Access(PUBLIC)
export class Provenance {
  @Access(PUBLIC)
  @Field(() => ProvenanceStatus, { description: 'Kind of origin of the entry as a whole.' })
  readonly status!: ProvenanceStatus

  @Access(PUBLIC)
  @Field(() => [String], {
    description:
      'Names of the fields that are published at the sources; all others are constructed.',
  })
  readonly fields!: readonly string[]

  @Access(PUBLIC)
  @Field(() => [String], { description: 'Addresses of the sources. Empty where there is none.' })
  readonly sources!: readonly string[]

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Remark on the origin, in English. Null without one.',
  })
  readonly note!: string | null
}

interface StoredProvenance {
  readonly status?: string
  readonly membership?: string
  readonly fields?: readonly string[]
  readonly sources?: readonly string[]
  readonly note?: string | { readonly en?: string }
}

/** Provenance as stored with an entry; the register names it for the membership, the catalogue for the entry. */
export function provenanceOf(stored: unknown): Provenance {
  const { status, membership, fields, sources, note } = (stored ?? {}) as StoredProvenance
  return {
    status: statusOf(status ?? membership),
    fields: fields ?? [],
    sources: sources ?? [],
    note: (typeof note === 'object' ? note?.en : note) ?? null,
  }
}

// Whatever does not name a source must not look as if it had one.
function statusOf(text: string | undefined): ProvenanceStatus {
  const name = (text ?? '').toUpperCase().replaceAll(' ', '_')
  return name in ProvenanceStatus ? (name as ProvenanceStatus) : ProvenanceStatus.CONSTRUCTED
}
