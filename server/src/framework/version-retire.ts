import { Args, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, expectVersion, type Context } from '#access'
import { Refusal, problem, type ProblemDetail } from '#platform'
import { refreshCatalogue } from './catalogue'
import { VersionInput, inputOf } from './command-input'
import { FrameworkVersionPayload } from './framework-version.payload'
import { lockVersion } from './lock-version'
import { canRetire } from './policies'
import { textProblems } from './require-text'
import { forceProblems } from './in-force'

@InputType('FrameworkVersionRetireInput', {
  description: 'Which published version, as last seen, and why it is retired.',
})
export class FrameworkVersionRetireInput extends VersionInput {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Reason, kept among the remarks.' })
  readonly reason!: string
}

const RetireArgs = inputOf(FrameworkVersionRetireInput)

@Resolver()
export class FrameworkVersionRetire {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkVersionPayload, {
    description:
      'Retires a published version for a reason: no new cycle uses it, and it stays readable for ever. Refused while it is in force and nothing supersedes it.',
  })
  async frameworkVersionRetire(
    @Args(() => RetireArgs) { input }: { input: FrameworkVersionRetireInput },
    @Ctx() context: Context,
  ) {
    const settled = await context.command('frameworkVersionRetire', input, async (scope) => {
      const { em, db, viewer, now, newId, record } = scope
      const version = await lockVersion(em, viewer, input.versionId, canRetire)
      expectVersion(version, input.expectedVersion, { versionId: version.id })
      // Cycles belong to a noun further up; that one is planned or open is public register content.
      const running = await db
        .selectFrom('cycle')
        .select('code')
        .where('frameworkVersionId', '=', version.id)
        .where('status', 'in', ['PLANNED', 'OPEN'])
        .orderBy('code')
        .execute()
      const body = input.reason.trim()
      const problems: ProblemDetail[] = [
        ...textProblems(body, ['input', 'reason']),
        ...running.map(({ code }) =>
          problem(
            'CONFLICT',
            'CYCLE_RUNNING',
            `Cycle ${code} is planned or open on this version.`,
            [code],
          ),
        ),
        ...(await forceProblems(db, version.id, now)),
      ]
      if (problems.length > 0) throw new Refusal(problems)

      await db
        .insertInto('frameworkRemark')
        .values({ id: newId(), versionId: version.id, nodeCode: null, body, authorId: viewer.personId!, createdAt: now })
        .execute() // prettier-ignore
      version.status = 'RETIRED'
      version.retiredAt = now
      record({
        action: 'frameworkVersionRetire',
        objectType: 'FrameworkVersion',
        objectId: version.id,
        administrationId: null,
        after: body,
        facts: { code: version.code, from: 'PUBLISHED', to: 'RETIRED' },
      })
      return { versionId: version.id }
    })
    if (settled.versionId && settled.problems.length === 0) {
      await refreshCatalogue(context.services, settled.versionId)
    }
    return settled
  }
}
