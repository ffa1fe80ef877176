import { Field, Int, ObjectType } from 'type-graphql'
import { Access, OWNER, PUBLIC, Permission, REVIEWER, Rows, SECRETARIAT } from '#access'
import { DateScalar, DateTimeScalar } from '#platform'
import { EvidenceConfidentiality, EvidenceKind, ScanState } from './enums'

@ObjectType({ description: 'A file or link that backs answers, in one copy of the content.' })
@Rows('CONTENT')
@Access(OWNER, REVIEWER, SECRETARIAT)
export class Evidence {
  /** Of the item in the working copy, of the line of the submission in a frozen one. */
  readonly id!: string
  readonly copy!: 'WORKING' | 'SUBMITTED'
  readonly evidenceId!: string
  readonly revisionId!: string
  readonly assessmentId!: string
  readonly administrationId!: string
  readonly submissionId?: string
  readonly assessmentStatus?: string
  readonly kpiCodes!: readonly string[]
  readonly createdBy!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => EvidenceKind, { description: 'Whether it is a file or a link.' })
  readonly kind!: EvidenceKind

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, { description: 'Title, in the words of the administration.' })
  readonly title!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, {
    description: 'Language it is written in, as two letters of ISO 639-1, such as "fr".',
  })
  readonly language!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day it is dated. Null where it has no date.',
  })
  readonly dated!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => EvidenceConfidentiality, { description: 'How readers have to treat it.' })
  readonly confidentiality!: EvidenceConfidentiality

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Int, {
    description: 'Number of the revision: the present one, in a frozen copy the attached one.',
  })
  readonly number!: number

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, {
    description: 'SHA-256 of the bytes of a file, or of the address of a link, in hexadecimal.',
  })
  readonly sha256!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Int, { nullable: true, description: 'Number of bytes. Null for a link.' })
  readonly size!: number | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Media type. Null for a link.' })
  readonly mediaType!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => ScanState, {
    nullable: true,
    description: 'Whether it was searched for harmful programs. Null for a link.',
  })
  readonly scanState!: ScanState | null

  @Access(OWNER, REVIEWER, SECRETARIAT, { when: 'SHARED_BY_MEMBER' })
  @Field(() => String, { nullable: true, description: 'Name of the file. Null for a link.' })
  readonly fileName!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT, { when: 'SHARED_BY_MEMBER' })
  @Field(() => String, { nullable: true, description: 'Address of the link. Null for a file.' })
  readonly url!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the cycle officer may open it once it was submitted.',
  })
  readonly shareWithSecretariat!: boolean | null

  @Access(OWNER)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the last change. Null in frozen copies.',
  })
  readonly updatedAt!: string | null

  @Access(OWNER)
  @Field(() => Int, {
    nullable: true,
    description: 'Counts the changes of the item; to be sent back with one. Null in frozen copies.',
  })
  readonly version!: number | null
}

@ObjectType({ description: 'One content that a piece of evidence has or had.' })
@Rows('OWN_CONTENT')
@Access(OWNER)
export class EvidenceRevision {
  readonly id!: string
  readonly evidenceId!: string
  readonly assessmentId!: string
  readonly administrationId!: string
  readonly kpiCodes!: readonly string[]
  readonly writtenBy!: string

  @Access(OWNER)
  @Field(() => Int, { description: 'Number of the revision, from 1.' })
  readonly number!: number

  @Access(OWNER)
  @Field(() => EvidenceKind, { description: 'Whether it is a file or a link.' })
  readonly kind!: EvidenceKind

  @Access(OWNER)
  @Field(() => String, {
    description: 'SHA-256 of the bytes of a file, or of the address of a link, in hexadecimal.',
  })
  readonly sha256!: string

  @Access(OWNER)
  @Field(() => Int, { nullable: true, description: 'Number of bytes. Null for a link.' })
  readonly size!: number | null

  @Access(OWNER)
  @Field(() => String, { nullable: true, description: 'Media type. Null for a link.' })
  readonly mediaType!: string | null

  @Access(OWNER)
  @Field(() => ScanState, {
    nullable: true,
    description: 'Whether it was searched for harmful programs. Null for a link.',
  })
  readonly scanState!: ScanState | null

  @Access(OWNER)
  @Field(() => String, { nullable: true, description: 'Name of the file. Null for a link.' })
  readonly fileName!: string | null

  @Access(OWNER)
  @Field(() => String, { nullable: true, description: 'Address of the link. Null for a file.' })
  readonly url!: string | null

  @Access(OWNER)
  @Field(() => DateTimeScalar, { description: 'Timestamp at which it was added.' })
  readonly writtenAt!: string
}

@ObjectType({ description: 'What the viewer may do with a piece of evidence.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class EvidenceViewerCan {
  @Access(PUBLIC)
  @Field(() => Permission, {
    description: 'Change its details, add a revision, or take it out of the assessment.',
  })
  readonly edit!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Open it to the cycle officer, or close it again.' })
  readonly share!: Permission
}
