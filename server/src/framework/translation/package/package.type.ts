import { Field, Int, ObjectType } from 'type-graphql'
import { Access, PUBLIC, Problem, Rows } from '#access'
import { DateTimeScalar } from '#platform'
import { PackageVerdict } from './compare-package'

@ObjectType('TranslationPackageStartPayload', {
  description: 'Answer to the wish to hand in a file.',
})
@Rows('PAYLOAD')
@Access(PUBLIC)
export class PackageStartPayload {
  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description:
      'Secret by which the file is named afterwards; shown once. Null when the command was refused.',
  })
  readonly ticket?: string | null

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description:
      'Address to which the bytes are sent by PUT as `application/octet-stream`. Null when the command was refused.',
  })
  readonly uploadPath?: string | null

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp until which the ticket works. Null when the command was refused.',
  })
  readonly expiresAt?: Date | null

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented the command; empty when it was done.' })
  readonly problems!: readonly Problem[]
}

@ObjectType('TranslationPackageUnit', {
  description: 'What importing one unit of a package would do.',
})
@Rows('PAYLOAD')
@Access(PUBLIC)
export class PackageUnit {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Unit as the file names it.' })
  readonly unit!: string

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Line of the file on which it begins, from 1.' })
  readonly line!: number

  @Access(PUBLIC)
  @Field(() => PackageVerdict, { description: 'What would happen.' })
  readonly verdict!: PackageVerdict

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description:
      'Why it is rejected, such as UNKNOWN_UNIT, SOURCE_CHANGED or UNIT_TWICE. Null unless it is.',
  })
  readonly reason!: string | null

  @Access(PUBLIC)
  @Field(() => String, { description: 'French text as it is now; empty where it is missing.' })
  readonly before!: string

  @Access(PUBLIC)
  @Field(() => String, { description: 'French text of the file.' })
  readonly after!: string
}

@ObjectType('TranslationPackageCount', {
  description: 'Number of units of a package with one verdict.',
})
@Rows('PAYLOAD')
@Access(PUBLIC)
export class PackageCount {
  @Access(PUBLIC)
  @Field(() => PackageVerdict, { description: 'What would happen.' })
  readonly verdict!: PackageVerdict

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of units.' })
  readonly count!: number
}

@ObjectType('TranslationPackageReport', {
  description: 'What importing a translation package would do.',
})
@Rows('PAYLOAD')
@Access(PUBLIC)
export class PackageReport {
  @Access(PUBLIC)
  @Field(() => String, {
    description: 'Mark of exactly these effects; given back with the import.',
  })
  readonly digest!: string

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description:
      'Code of another version that the file says it was made from. Null where it names this version or none.',
  })
  readonly otherVersion!: string | null

  @Access(PUBLIC)
  @Field(() => [PackageCount], { description: 'Number of units by verdict.' })
  readonly counts!: readonly PackageCount[]

  @Access(PUBLIC)
  @Field(() => [PackageUnit], {
    description: 'Units that are rejected or change something, rejected ones first; at most 500.',
  })
  readonly units!: readonly PackageUnit[]
}

@ObjectType('TranslationPackageCheckPayload', { description: 'Answer to the check of a package.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class PackageCheckPayload {
  @Access(PUBLIC)
  @Field(() => PackageReport, {
    nullable: true,
    description: 'What the import would do. Null when the file cannot be read.',
  })
  readonly report?: PackageReport | null

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented the command; empty when it was done.' })
  readonly problems!: readonly Problem[]
}
