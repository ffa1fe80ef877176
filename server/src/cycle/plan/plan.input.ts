import { Field, InputType, Int } from 'type-graphql'
import { Access, SECRETARIAT } from '#access'
import { DisclosureLevelCode } from '#framework'
import type { Plan } from './thresholds'

@InputType({ description: 'Default disclosure and thresholds of a cycle.' })
export class CyclePlanInput {
  @Access(SECRETARIAT)
  @Field(() => DisclosureLevelCode, { description: 'Level with which answers begin.' })
  readonly defaultDisclosure!: DisclosureLevelCode

  @Access(SECRETARIAT)
  @Field(() => Int, {
    description: 'Administrations behind a group figure for members, at the least: 5 to 200.',
  })
  readonly membersMinimum!: number

  @Access(SECRETARIAT)
  @Field(() => Int, {
    description:
      'Administrations behind a group figure for the public, at the least: 10 to 200, and no fewer than for members.',
  })
  readonly publicMinimum!: number

  @Access(SECRETARIAT)
  @Field(() => Int, {
    nullable: true,
    description:
      'Share of scored KPIs, in per cent, below which nothing above them has a score: no less than the framework version asks for, which holds when nothing is given.',
  })
  readonly leastCoverage?: number | null
}

/** The plan as it is stored. */
export const planOf = (input: CyclePlanInput): Plan => ({
  defaultDisclosure: input.defaultDisclosure,
  membersMinimum: input.membersMinimum,
  publicMinimum: input.publicMinimum,
  leastCoverage: input.leastCoverage ?? null,
})
