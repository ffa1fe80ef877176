import { Field, Int, ObjectType } from 'type-graphql'
import { Access, OWNER, PUBLIC, PageInfo, Rows, SECRETARIAT, type Hat as AnyHat } from '#access'
import { Hat } from '#accounts'
import { AccessReason } from '#assessment'
import { DateTimeScalar } from '#platform'
import { AuditOutcome } from './enums'

/** Who reads the log: the secretariat as far as it is its matter, coordinator and approver their own. */
export const READERS = [OWNER, SECRETARIAT, { when: 'COORDINATION' }] as const

@ObjectType('AuditEntry', {
  description:
    'One line of the audit log: who did or was refused what, when. Never changed; it holds no value.',
})
@Rows('AUDIT')
@Access(...READERS)
export class AuditEntry {
  readonly administrationId!: string | null
  readonly cycleId!: string | null
  readonly personId!: string | null
  readonly objectType!: string | null
  readonly objectId!: string | null
  readonly content!: unknown

  @Access(...READERS)
  @Field(() => String, {
    nullable: true,
    description: 'Name of the chain the entry stands in, as dumps and anchors name it.',
  })
  readonly chain!: string

  @Access(...READERS)
  @Field(() => Int, { nullable: true, description: 'Number of the entry in its chain, from 1 on.' })
  readonly seq!: number

  @Access(...READERS)
  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 over the hash of the entry before and the text of this one, in hex.',
  })
  readonly hash!: string

  @Access(...READERS)
  @Field(() => DateTimeScalar, { nullable: true, description: 'Timestamp of the act.' })
  readonly at!: string

  @Access(...READERS)
  @Field(() => String, {
    nullable: true,
    description: 'Name of the mutation, or of what the system did by itself.',
  })
  readonly action!: string

  @Access(...READERS)
  @Field(() => AuditOutcome, { nullable: true, description: 'Whether it was done or refused.' })
  readonly outcome!: AuditOutcome

  @Access(...READERS)
  @Field(() => Hat, {
    nullable: true,
    description: 'Hat worn by whoever acted. Null for the system.',
  })
  readonly hat!: AnyHat | null

  @Access(...READERS)
  @Field(() => String, {
    nullable: true,
    description: 'Id of the request it happened in, as the log of the server names it.',
  })
  readonly requestId!: string
}

@ObjectType('AuditObject', {
  description: 'What an entry of the audit log is about, as far as the viewer may know it now.',
})
@Rows('EMBEDDED')
@Access(...READERS)
export class AuditObject {
  /** Absent in the entry where it must not be told apart from others. */
  readonly uuid!: string

  @Access(...READERS)
  @Field(() => String, { nullable: true, description: 'Type of the object in this schema.' })
  readonly type!: string
}

@ObjectType('AuditChange', {
  description:
    'One field an entry of the audit log changed. The log holds hashes alone: the values are looked up where the history keeps them and shown to whoever may read that field now.',
})
@Rows('EMBEDDED')
@Access(...READERS)
export class AuditChange {
  @Access(...READERS)
  @Field(() => String, {
    nullable: true,
    description: 'Field as `Type.field` of this schema.',
  })
  readonly field!: string

  @Access(...READERS)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the KPI or data element it belongs to. Null for the object itself.',
  })
  readonly subject!: string | null

  @Access(...READERS)
  @Field(() => AccessReason, {
    nullable: true,
    description: 'Whether the viewer may read this field now, and if not, why.',
  })
  readonly access!: AccessReason

  @Access(...READERS)
  @Field(() => String, {
    nullable: true,
    description: 'Value before. Null where there was none, or where it is not shown.',
  })
  readonly before!: string | null

  @Access(...READERS)
  @Field(() => String, {
    nullable: true,
    description: 'Value after. Null where there is none, or where it is not shown.',
  })
  readonly after!: string | null
}

@ObjectType({ description: 'One entry in a page of the audit log.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class AuditEntryEdge {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Cursor of the entry.' })
  readonly cursor!: string

  @Access(PUBLIC)
  @Field(() => AuditEntry, { description: 'The entry.' })
  readonly node!: AuditEntry
}

@ObjectType({ description: 'Page of the audit log.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class AuditEntryConnection {
  @Access(PUBLIC)
  @Field(() => [AuditEntry], { description: 'Entries of the page.' })
  readonly nodes!: readonly AuditEntry[]

  @Access(PUBLIC)
  @Field(() => [AuditEntryEdge], { description: 'Entries of the page with their cursors.' })
  readonly edges!: readonly AuditEntryEdge[]

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of entries in the whole list.' })
  readonly totalCount!: number

  @Access(PUBLIC)
  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  readonly pageInfo!: PageInfo
}

@ObjectType('AuditAnchor', {
  description: 'The last time the heads of the chains were copied out of the database.',
})
@Rows('AUDIT')
@Access(SECRETARIAT)
export class AuditAnchor {
  readonly administrationId!: null
  readonly cycleId!: null

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the anchoring.' })
  readonly at!: string

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Number of chains there were.' })
  readonly chains!: number

  @Access(SECRETARIAT)
  @Field(() => Boolean, {
    description: 'Whether the log still held every head that had been anchored before.',
  })
  readonly isIntact!: boolean

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'First chain that no longer fitted its anchor. Null where all fitted.',
  })
  readonly brokenChain!: string | null

  @Access(SECRETARIAT)
  @Field(() => Int, {
    nullable: true,
    description: 'Number of the anchored entry that no longer fitted. Null where all fitted.',
  })
  readonly brokenSeq!: number | null

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Number of entries written since, not anchored yet.' })
  readonly entriesSince!: number
}
