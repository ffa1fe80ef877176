import { Field, ObjectType } from 'type-graphql'
import { Access, PUBLIC, Permission, Rows } from '#access'

@ObjectType({ description: 'What the viewer may do with a cycle.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class CycleViewerCan {
  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Start the self-assessment of the own administration.' })
  readonly startAssessment!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, {
    description: 'Correct it: all of it while it is planned, the end of entry while it is open.',
  })
  readonly update!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Call it off while it is planned.' })
  readonly remove!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Open it for entry.' })
  readonly open!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Close it, so that entry ends.' })
  readonly close!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Open it again.' })
  readonly reopen!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Mark it as reported.' })
  readonly report!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Set the days of its reminders.' })
  readonly setReminders!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Write to administrations that take part in it.' })
  readonly message!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Set its default disclosure and its thresholds.' })
  readonly setPlan!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Choose which administrations are invited.' })
  readonly invite!: Permission
}
