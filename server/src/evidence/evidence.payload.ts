import { Field, FieldResolver, ObjectType, Resolver, Root, Ctx } from 'type-graphql'
import { Access, PUBLIC, Problem, Rows, type Context } from '#access'
import { Assessment, assessmentsById } from '#assessment'
import { evidenceById } from './evidence.rows'
import { Evidence } from './evidence.type'

@ObjectType({ description: 'Answer to a command on evidence.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class EvidencePayload {
  readonly evidenceId?: string
  readonly assessmentId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'Everything that prevented it. Empty when it was done.' })
  readonly problems!: readonly Problem[]
}

@Resolver(() => EvidencePayload)
export class EvidencePayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => Evidence, {
    nullable: true,
    description:
      'The evidence as it is now, after a conflict too. Null when it was removed, or the command refused for another reason.',
  })
  evidence(@Root() { evidenceId }: EvidencePayload, @Ctx() context: Context) {
    return evidenceId ? context.load(evidenceById, evidenceId) : null
  }

  @Access(PUBLIC)
  @FieldResolver(() => Assessment, {
    nullable: true,
    description: 'The assessment as it is now. Null when the command was refused.',
  })
  assessment(@Root() { assessmentId }: EvidencePayload, @Ctx() context: Context) {
    return assessmentId ? context.load(assessmentsById, assessmentId) : null
  }
}
