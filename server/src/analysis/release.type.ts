import { ObjectType, Field, Int, registerEnumType } from 'type-graphql'
import { Access, Permission, PageInfo, Problem, PUBLIC, Rows, SECRETARIAT } from '#access'
import { DateTimeScalar, JsonScalar } from '#platform'

export const ReleaseStatus = {
  BUILDING: 'BUILDING',
  BUILT: 'BUILT',
  EMBARGOED: 'EMBARGOED',
  PUBLISHED: 'PUBLISHED',
  SUPERSEDED: 'SUPERSEDED',
  DISCARDED: 'DISCARDED',
  FAILED: 'FAILED',
} as const

registerEnumType(ReleaseStatus, {
  name: 'ReleaseStatus',
  description: 'State of a release. Clients must accept unknown values.',
  valuesConfig: {
    BUILDING: { description: 'The server is filling it.' },
    BUILT: { description: 'Filled and audited, seen by the secretariat alone.' },
    EMBARGOED: { description: 'Read by clients with the embargo scope until its date.' },
    PUBLISHED: { description: 'Served to everybody.' },
    SUPERSEDED: { description: 'Replaced by a correction; still readable.' },
    DISCARDED: { description: 'Thrown away before anybody outside saw it.' },
    FAILED: { description: 'Could not be built.' },
  },
})

@ObjectType('Release', {
  description:
    'One immutable publication of the results of a cycle, at the levels each administration chose.',
})
@Rows('RELEASE')
@Access(PUBLIC)
export class Release {
  readonly id!: string
  readonly cycleId!: string
  readonly name!: unknown
  readonly builtBy!: string
  readonly auditPassed!: boolean | null
  readonly supersedesId!: string | null
  readonly frameworkVersionId!: string

  @Access(PUBLIC)
  @Field(() => Int, {
    description: 'Counts the changes of the release; to be sent back with a decision.',
  })
  readonly version!: number

  @Access(PUBLIC)
  @Field(() => String, { description: 'Stable code of the release, such as "C2022-R1".' })
  readonly code!: string

  @Access(PUBLIC)
  @Field(() => ReleaseStatus, { description: 'State of the release.' })
  readonly status!: keyof typeof ReleaseStatus

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which its content was frozen. Null while it is being built.',
  })
  readonly builtAt!: string | null

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of its publication. Null before.',
  })
  readonly publishedAt!: string | null

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp until which it is under embargo. Null without embargo.',
  })
  readonly embargoUntil!: string | null

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 over the frozen content, in hexadecimal: the same figures give the same hash.',
  })
  readonly contentHash!: string | null

  @Access(PUBLIC)
  @Field(() => Boolean, { description: 'Whether its figures are invented for demonstration.' })
  readonly isDemonstration!: boolean

  @Access(SECRETARIAT, { when: 'STAFF' })
  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Report of the disclosure audit: `passed`, what was `checked`, and each finding.',
  })
  readonly auditReport!: unknown

  @Access(SECRETARIAT, { when: 'STAFF' })
  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Group figures held back, with the rule that held each of them.',
  })
  readonly suppressionLog!: unknown

  @Access(SECRETARIAT, { when: 'STAFF' })
  @Field(() => JsonScalar, { nullable: true, description: 'Parameters of the disclosure rules.' })
  readonly parameters!: unknown
}

@ObjectType({ description: 'What the viewer may do with a release.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class ReleaseViewerCan {
  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Throw it away.' })
  readonly discard!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Put it under embargo.' })
  readonly embargo!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Publish it.' })
  readonly publish!: Permission
}

@ObjectType({ description: 'A page of releases, the newest first.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class ReleaseConnection {
  @Access(PUBLIC)
  @Field(() => [Release], { description: 'Releases of this page.' })
  readonly nodes!: readonly Release[]

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of releases the viewer may see.' })
  readonly totalCount!: number

  @Access(PUBLIC)
  @Field(() => PageInfo, { description: 'Where the page stands.' })
  readonly pageInfo!: PageInfo
}

@ObjectType({ description: 'Answer to a command on a release.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class ReleasePayload {
  readonly releaseId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented it. Empty when it was done.' })
  readonly problems!: readonly Problem[]
}
