import { Args, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { sql } from 'kysely'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import { VersionInput, inputOf } from './command-input'
import { FrameworkVersionPayload } from './framework-version.payload'
import { lockVersion } from './lock-version'
import { canReturn } from './policies'
import { requireText } from './require-text'

@InputType('FrameworkVersionReturnInput', { description: 'Which version, and why it goes back.' })
export class FrameworkVersionReturnInput extends VersionInput {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Reason, kept among the remarks.' })
  readonly reason!: string
}

const ReturnArgs = inputOf(FrameworkVersionReturnInput)

@Resolver()
export class FrameworkVersionReturn {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkVersionPayload, {
    description:
      'Returns a version to the editors. Its approvals are void and stay in its history.',
  })
  frameworkVersionReturn(
    @Args(() => ReturnArgs) { input }: { input: FrameworkVersionReturnInput },
    @Ctx() context: Context,
  ) {
    return context.command('frameworkVersionReturn', input, async (scope) => {
      const { em, db, viewer, now, newId, record } = scope
      const version = await lockVersion(em, viewer, input.versionId, canReturn)
      expectVersion(version, input.expectedVersion, { versionId: version.id })
      const body = requireText(input.reason, ['input', 'reason'])

      await db
        .insertInto('frameworkRemark')
        .values({ id: newId(), versionId: version.id, nodeCode: null, body, authorId: viewer.personId!, createdAt: now })
        .execute() // prettier-ignore
      await sql`select framework_version_return(${version.id}::uuid, ${now.toISOString()}::timestamptz)`.execute(
        db,
      )
      record({
        action: 'frameworkVersionReturn',
        objectType: 'FrameworkVersion',
        objectId: version.id,
        administrationId: null,
        after: body,
        facts: { code: version.code, from: version.status, to: 'DRAFT' },
      })
      return { versionId: version.id }
    })
  }
}
