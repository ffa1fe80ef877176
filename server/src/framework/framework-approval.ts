import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql'
import { Access, Rows, SECRETARIAT, type Context } from '#access'
import { PersonCard, cardOf } from '#accounts'
import { DateScalar, DateTimeScalar } from '#platform'
import { ApprovalBody, ApprovalDecision } from './enums'

@ObjectType('FrameworkApproval', { description: 'Decision of a WCO body on a framework version.' })
@Rows('CATALOGUE')
@Access(SECRETARIAT)
export class FrameworkApproval {
  readonly id!: string
  readonly versionId!: string
  readonly recordedBy!: string
  /** Status of the version, which decides who may read the approval. */
  readonly status!: string

  @Access(SECRETARIAT)
  @Field(() => ApprovalBody, { description: 'Body that decided.' })
  readonly body!: ApprovalBody

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Session in which it decided. Null for a waiver.',
  })
  readonly sessionName!: string | null

  @Access(SECRETARIAT)
  @Field(() => DateScalar, { description: 'Day of the decision.' })
  readonly decidedOn!: string

  @Access(SECRETARIAT)
  @Field(() => ApprovalDecision, { description: 'Decision.' })
  readonly decision!: keyof typeof ApprovalDecision

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Reference of the document. Null where none is named.',
  })
  readonly document!: string | null

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Address of the document. Null where none is named.',
  })
  readonly documentLink!: string | null

  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Reason of a waiver. Null otherwise.' })
  readonly reason!: string | null

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'SHA-256 of the content decided on, in hexadecimal.' })
  readonly contentHash!: string

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the record.' })
  readonly recordedAt!: string

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which a return of the version voided it. Null while it stands.',
  })
  readonly voidedAt!: string | null
}

@Resolver(() => FrameworkApproval)
export class FrameworkApprovalFields {
  @Access(SECRETARIAT)
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Person who recorded the decision.',
  })
  recordedBy(@Root() approval: FrameworkApproval, @Ctx() context: Context) {
    return cardOf(context, 'CATALOGUE', approval, approval.recordedBy)
  }
}
