import { Field, ObjectType } from 'type-graphql'
import { Access, PUBLIC, Permission, Rows, type Viewer } from '#access'
import {
  canApprove,
  canDerive,
  canDryRun,
  canEdit,
  canPublish,
  canRecordApproval,
  canRemark,
  canRetire,
  canReturn,
  canSubmit,
  type VersionFacts,
} from './policies'
import { canPropose } from './proposal/policies'

@ObjectType('FrameworkVersionViewerCan', {
  description: 'What the viewer may do with a framework version.',
})
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FrameworkVersionViewerCan {
  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Begin a draft from it.' })
  readonly derive!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Propose a change of it.' })
  readonly propose!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Change its content.' })
  readonly edit!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Submit it to the PMMPT.' })
  readonly submit!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Try out publishing it.' })
  readonly dryRun!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { name: 'return', description: 'Return it to the editors.' })
  readonly sendBack!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Comment on it.' })
  readonly remark!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Approve it for the PMMPT.' })
  readonly approve!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Record the decision of another body.' })
  readonly recordApproval!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Publish it, as a second person.' })
  readonly publish!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Retire it.' })
  readonly retire!: Permission
}

export const viewerCanOn = (viewer: Viewer, version: VersionFacts): FrameworkVersionViewerCan => ({
  derive: canDerive(viewer, version),
  propose: canPropose(viewer, version),
  edit: canEdit(viewer, version),
  submit: canSubmit(viewer, version),
  dryRun: canDryRun(viewer, version),
  sendBack: canReturn(viewer, version),
  remark: canRemark(viewer, version),
  approve: canApprove(viewer, version),
  recordApproval: canRecordApproval(viewer, version),
  publish: canPublish(viewer, version),
  retire: canRetire(viewer, version),
})
