import { Field, ObjectType } from 'type-graphql'
import { Access, PUBLIC, Permission, Rows } from '#access'

@ObjectType({ description: 'What the viewer may do with an assessment.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class AssessmentViewerCan {
  @Access(PUBLIC)
  @Field(() => Permission, {
    description: 'Enter figures, reasons and notes, where they are open.',
  })
  readonly edit!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Delegate KPIs to people.' })
  readonly assign!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Ask the approver for the signature.' })
  readonly requestApproval!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, {
    description: 'Send it back instead of signing, or take the request for the signature back.',
  })
  readonly sendBack!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Sign and submit it.' })
  readonly submit!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Propose or confirm its withdrawal.' })
  readonly withdraw!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Take back or decline its proposed withdrawal.' })
  readonly withdrawalCancel!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Take it up again after a withdrawal.' })
  readonly resume!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Return items to the administration.' })
  readonly return!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Accept the submission.' })
  readonly accept!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Open it again at a request.' })
  readonly reopen!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Ask the secretariat to open it again.' })
  readonly requestReopening!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Take back the request to open it again.' })
  readonly takeBackReopening!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Decline the request to open it again.' })
  readonly declineReopening!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Let it go on after the end of the cycle.' })
  readonly extend!: Permission
}

@ObjectType({ description: 'What the viewer may do with the answer to one KPI.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class KpiResponseViewerCan {
  @Access(PUBLIC)
  @Field(() => Permission, {
    description: 'Enter its figures, reason, justification and public note.',
  })
  readonly edit!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Write its working note.' })
  readonly note!: Permission
}
