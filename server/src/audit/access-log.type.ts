import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Access, PUBLIC, PageInfo, Rows, type Hat as AnyHat } from '#access'
import { Hat } from '#accounts'
import { DateTimeScalar } from '#platform'
import { READERS } from './audit-entry.type'

export const AccessLogKind = {
  WORKING: 'WORKING',
  SUBMITTED: 'SUBMITTED',
  MEMBERS_EDITION: 'MEMBERS_EDITION',
  EMBARGOED_EDITION: 'EMBARGOED_EDITION',
  SUPPORT_VIEW: 'SUPPORT_VIEW',
} as const
export type AccessLogKind = keyof typeof AccessLogKind

registerEnumType(AccessLogKind, {
  name: 'AccessLogKind',
  description: 'What kind of content was read. Clients must accept unknown values.',
  valuesConfig: {
    WORKING: {
      description: 'The copy being edited, by an administrator in a support view alone.',
    },
    SUBMITTED: { description: 'A submitted copy, by a reviewer or the secretariat.' },
    MEMBERS_EDITION: {
      description: 'Results in a release that are open to members and not to the public.',
    },
    EMBARGOED_EDITION: { description: 'Results of a release before its publication.' },
    SUPPORT_VIEW: {
      description:
        'Beginning of a look at everything a person of the administration sees, by an administrator to whom the person had opened it. What was read in it has lines of its own.',
    },
  },
})

@ObjectType('AccessLogEntry', {
  description:
    'One request in which somebody outside an administration read content of it that is not public. Readers are told by role and organisation, not by name.',
})
@Rows('AUDIT')
@Access(...READERS)
export class AccessLogEntry {
  readonly id!: string
  readonly administrationId!: string
  readonly cycleId!: null
  readonly cycleOfContent!: string | null
  readonly releaseId!: string | null
  readonly assessmentId!: string | null
  readonly personId!: string | null
  readonly readerAdministrationId!: string | null

  @Access(...READERS)
  @Field(() => DateTimeScalar, { nullable: true, description: 'Timestamp of the request.' })
  readonly at!: string

  @Access(...READERS)
  @Field(() => AccessLogKind, { nullable: true, description: 'Kind of content.' })
  readonly kind!: AccessLogKind

  @Access(...READERS)
  @Field(() => Hat, { nullable: true, description: 'Hat the reader wore.' })
  readonly hat!: AnyHat | null

  @Access(...READERS)
  @Field(() => Int, { nullable: true, description: 'Number of KPIs whose answer was read.' })
  readonly responses!: number

  @Access(...READERS)
  @Field(() => Int, {
    nullable: true,
    description: 'Number of figures and instrument levels that were read.',
  })
  readonly figures!: number
}

@ObjectType({ description: 'One entry in a page of the access log.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class AccessLogEntryEdge {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Cursor of the entry.' })
  readonly cursor!: string

  @Access(PUBLIC)
  @Field(() => AccessLogEntry, { description: 'The entry.' })
  readonly node!: AccessLogEntry
}

@ObjectType({ description: 'Page of the access log.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class AccessLogEntryConnection {
  @Access(PUBLIC)
  @Field(() => [AccessLogEntry], { description: 'Entries of the page.' })
  readonly nodes!: readonly AccessLogEntry[]

  @Access(PUBLIC)
  @Field(() => [AccessLogEntryEdge], { description: 'Entries of the page with their cursors.' })
  readonly edges!: readonly AccessLogEntryEdge[]

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of entries in the whole list.' })
  readonly totalCount!: number

  @Access(PUBLIC)
  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  readonly pageInfo!: PageInfo
}
