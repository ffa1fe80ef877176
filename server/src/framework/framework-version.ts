import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, Int, ObjectType } from 'type-graphql'
import { Access, PUBLIC, Rows } from '#access'
import { Provenance } from '#accounts'
import { DateScalar, DateTimeScalar } from '#platform'
import { FrameworkVersionKind, FrameworkVersionStatus } from './enums'

/** Head of a framework version: the row its life cycle changes. Its content stands in tables of its own. */
@ObjectType('FrameworkVersion', {
  description:
    'One edition of the whole framework with formulas, rules, mappings and scoring method. Immutable once published.',
})
@Entity({ tableName: 'framework_version' })
@Rows('CATALOGUE')
@Access(PUBLIC)
export class FrameworkVersion {
  @PrimaryKey({ type: 'uuid' })
  readonly id!: string

  @Access(PUBLIC)
  @Field(() => String, { description: 'Stable code of the version, such as "PMM-V1-DEMO".' })
  @Property({ type: 'text' })
  code!: string

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of the version; errata keep the number they correct.' })
  @Property({ type: 'integer' })
  number!: number

  @Access(PUBLIC)
  @Field(() => FrameworkVersionKind, { description: 'How the version came about.' })
  @Property({ type: 'text' })
  kind!: FrameworkVersionKind

  @Access(PUBLIC)
  @Field(() => FrameworkVersionStatus, { description: 'State of the version.' })
  @Property({ type: 'text' })
  status!: FrameworkVersionStatus

  @Property({ type: 'uuid', nullable: true })
  baseVersionId!: string | null

  @Property({ type: 'json' })
  name!: unknown

  @Property({ type: 'json', nullable: true })
  changeNotes!: unknown

  @Access(PUBLIC)
  @Field(() => Boolean, { description: 'Whether the version is made for demonstration alone.' })
  @Property({ type: 'boolean' })
  isDemonstration!: boolean

  @Property({ type: 'json', nullable: true })
  notice!: unknown

  @Access(PUBLIC)
  @Field(() => Provenance, { description: 'Where the version comes from.' })
  @Property({ type: 'json' })
  provenance!: unknown

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 over the content, in hexadecimal, as submitted and approved. Null in a draft that was never submitted.',
  })
  @Property({ type: 'text', nullable: true })
  contentHash!: string | null

  @Property({ type: 'uuid', nullable: true })
  createdBy!: string | null

  @Property({ type: 'datetime', nullable: true })
  submittedAt!: Date | string | null

  @Property({ type: 'uuid', nullable: true })
  submittedBy!: string | null

  @Property({ type: 'uuid', nullable: true })
  approvedBy!: string | null

  @Property({ type: 'uuid', nullable: true })
  publishedBy!: string | null

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, {
    description: 'Timestamp at which the draft was begun or imported.',
  })
  @Property({ type: 'datetime' })
  readonly createdAt!: Date | string

  @Access(PUBLIC)
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'First day on which cycles may be bound to the version. Null until it is published.',
  })
  @Property({ type: 'date', nullable: true })
  validFrom!: string | null

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of publication. Null until then.',
  })
  @Property({ type: 'datetime', nullable: true })
  publishedAt!: Date | string | null

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of retirement. Null until then.',
  })
  @Property({ type: 'datetime', nullable: true })
  retiredAt!: Date | string | null

  @Access(PUBLIC)
  @Field(() => Int, {
    description: 'Counts the changes of the version; given back as `expectedVersion`.',
  })
  @Property({ version: true, type: 'integer' })
  version!: number
}
