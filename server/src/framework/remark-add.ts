import { Args, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, ensure, type Context } from '#access'
import { Refusal, badInput, notFound, uuidOf } from '#platform'
import { OnceInput, inputOf } from './command-input'
import { FrameworkVersionPayload } from './framework-version.payload'
import { canRemark } from './policies'
import { requireText } from './require-text'
import { loadSnapshot } from './snapshot.rows'

@InputType('FrameworkRemarkAddInput', { description: 'A remark on a version under review.' })
export class FrameworkRemarkAddInput extends OnceInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the framework version.' })
  readonly versionId!: string

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description:
      'Code of the dimension, outcome, KPI or data element meant; left out for the whole version.',
  })
  readonly nodeCode?: string | null

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Text of the remark.' })
  readonly body!: string
}

const RemarkArgs = inputOf(FrameworkRemarkAddInput)

@Resolver()
export class FrameworkRemarkAdd {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkVersionPayload, {
    description: 'Adds a remark to a version under review.',
  })
  frameworkRemarkAdd(
    @Args(() => RemarkArgs) { input }: { input: FrameworkRemarkAddInput },
    @Ctx() context: Context,
  ) {
    return context.command('frameworkRemarkAdd', input, async (scope) => {
      const { db, viewer, now, newId, record } = scope
      const path = ['input', 'versionId']
      const id = uuidOf('FV', input.versionId)
      const snapshot = id ? await loadSnapshot(db, id) : null
      if (!snapshot) throw notFound(path)
      ensure(canRemark(viewer, snapshot.version), path)
      const nodeCode = input.nodeCode ?? null
      const body = requireText(input.body, ['input', 'body'])
      const { dimensionByCode, outcomeByCode, kpiByCode, elementByCode } = snapshot
      const nodes = [dimensionByCode, outcomeByCode, kpiByCode, elementByCode]
      if (nodeCode !== null && !nodes.some((byCode) => byCode.has(nodeCode))) {
        throw new Refusal([
          badInput('UNKNOWN_CODE', 'The version has no entry with this code.', [
            'input',
            'nodeCode',
          ]),
        ])
      }
      const versionId = snapshot.version.id
      await db
        .insertInto('frameworkRemark')
        .values({
          id: newId(),
          versionId,
          nodeCode,
          body,
          authorId: viewer.personId!,
          createdAt: now,
        })
        .execute()
      record({
        action: 'frameworkRemarkAdd',
        objectType: 'FrameworkVersion',
        objectId: versionId,
        administrationId: null,
        facts: { code: snapshot.version.code, nodeCode },
      })
      return { versionId }
    })
  }
}
