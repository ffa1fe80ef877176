import { Field, Int, ObjectType } from 'type-graphql'
import { Access, PUBLIC, PageInfo, Permission, Problem, Rows, SECRETARIAT } from '#access'
import { Provenance } from '#accounts'
import { DateTimeScalar } from '#platform'
import { TermState } from './enums'

@ObjectType('FrameworkTermViewerCan', { description: 'What the viewer may do with a term.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FrameworkTermViewerCan {
  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Change or remove it.' })
  readonly change!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Approve it, as a second person.' })
  readonly approve!: Permission
}

@ObjectType('FrameworkTerm', {
  description:
    'Term of the field in English and French, for the texts of every framework version. Everybody reads the approved ones.',
})
@Rows('CATALOGUE')
@Access(PUBLIC)
export class FrameworkTerm {
  readonly id!: string
  readonly proposedBy!: string | null
  readonly approvedBy!: string | null

  @Access(PUBLIC)
  @Field(() => String, { description: 'English term.' })
  readonly en!: string

  @Access(PUBLIC)
  @Field(() => String, {
    description: 'French term; forms that are right as well stand behind a semicolon.',
  })
  readonly fr!: string

  @Access(PUBLIC)
  @Field(() => String, { nullable: true, description: 'Note on its use. Null without one.' })
  readonly note!: string | null

  @Access(PUBLIC)
  @Field(() => TermState, { description: 'State of the term.' })
  readonly state!: TermState

  @Access(PUBLIC)
  @Field(() => Provenance, { description: 'Where the term comes from.' })
  readonly provenance!: Provenance

  @Access(SECRETARIAT, { when: 'STAFF' })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of its last change. Null for viewers outside the secretariat.',
  })
  readonly proposedAt!: string | null

  @Access(SECRETARIAT, { when: 'STAFF' })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Timestamp of its approval. Null before it, and for viewers outside the secretariat.',
  })
  readonly approvedAt!: string | null

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Counts its edits; given back as `expectedVersion`.' })
  readonly version!: number
}

@ObjectType('FrameworkTermConnection', { description: 'Page of the glossary.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FrameworkTermConnection {
  @Access(PUBLIC)
  @Field(() => [FrameworkTerm], { description: 'Terms of the page.' })
  readonly nodes!: readonly FrameworkTerm[]

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of terms in the whole list.' })
  readonly totalCount!: number

  @Access(PUBLIC)
  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  readonly pageInfo!: PageInfo

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Whether the viewer may put a term into the glossary.' })
  readonly add!: Permission
}

@ObjectType('FrameworkTermPayload', { description: 'Answer to a command on a term.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FrameworkTermPayload {
  readonly termId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented the command; empty when it was done.' })
  readonly problems!: readonly Problem[]
}
