import { ArgsType, Args, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure } from '#access'
import { Refusal, badInput, notFound, uuidOf } from '#platform'
import { canBuildRelease } from './policies'
import { ReleasePayload } from './release.type'

/** What the outbox worker is asked to do. */
export const BUILD_TOPIC = 'release.build'

@InputType({ description: 'Which cycle to release, and under what name.' })
export class ReleaseBuildInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of a cycle that is closed or reported.' })
  readonly cycleId!: string

  @Access(SECRETARIAT)
  @Field(() => String, {
    description: 'Code of the release, unique: letters, digits and hyphens, 2 to 40 of them.',
  })
  readonly code!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Name in English, 1 to 200 characters.' })
  readonly nameEn!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Name in French, 1 to 200 characters.' })
  readonly nameFr!: string

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Why this corrects the published release of the cycle; needed where there is one.',
  })
  readonly correctionNote?: string | null

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key builds once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class ReleaseBuildArgs {
  @Access(SECRETARIAT)
  @Field(() => ReleaseBuildInput, { description: 'Cycle, code and name.' })
  readonly input!: ReleaseBuildInput
}

@Resolver()
export class ReleaseBuild {
  @Access(SECRETARIAT)
  @Mutation(() => ReleasePayload, {
    description:
      'Begins a release of a closed cycle. It is BUILDING at once and BUILT when the server has frozen its content. Problems: NOT_FOUND, WRONG_STATE, CODE_TAKEN, NOTE_MISSING.',
  })
  releaseBuild(@Args(() => ReleaseBuildArgs) { input }: ReleaseBuildArgs, @Ctx() context: Context) {
    return context.command(
      'releaseBuild',
      input,
      async ({ db, viewer, now, newId, record, later }) => {
        const cycleId = uuidOf('CY', input.cycleId)
        const cycle =
          cycleId === null
            ? undefined
            : await db
                .selectFrom('cycle')
                .select(['id', 'status', 'isDemonstration'])
                .where('id', '=', cycleId)
                .forShare()
                .executeTakeFirst()
        if (!cycle) throw notFound(['input', 'cycleId'])
        ensure(canBuildRelease(viewer, cycle), ['input', 'cycleId'])

        const earlier = await db
          .selectFrom('release')
          .select(['id', 'code', 'cycleId', 'status'])
          .where((eb) => eb.or([eb('cycleId', '=', cycle.id), eb('code', '=', input.code)]))
          .execute()
        const published = earlier.find(
          (each) => each.cycleId === cycle.id && each.status === 'PUBLISHED',
        )
        const problems = problemsOf(input, {
          isTaken: earlier.some(({ code }) => code === input.code),
          corrects: published !== undefined,
        })
        if (problems.length > 0) throw new Refusal(problems)

        const releaseId = newId()
        await db
          .insertInto('release')
          .values({
            id: releaseId,
            code: input.code,
            cycleId: cycle.id,
            name: JSON.stringify({ en: input.nameEn.trim(), fr: input.nameFr.trim() }),
            status: 'BUILDING',
            supersedesId: published?.id ?? null,
            notes: input.correctionNote
              ? JSON.stringify({ en: input.correctionNote.trim() })
              : null,
            builtBy: viewer.personId!,
            requestedAt: now,
            isDemonstration: cycle.isDemonstration,
          })
          .execute()
        record({
          action: 'releaseBuild',
          objectType: 'Release',
          objectId: releaseId,
          administrationId: null,
          cycleId: cycle.id,
          facts: { code: input.code, to: 'BUILDING' },
        })
        later(BUILD_TOPIC, { releaseId })
        return { releaseId }
      },
    )
  }
}

function problemsOf(
  input: ReleaseBuildInput,
  facts: { readonly isTaken: boolean; readonly corrects: boolean },
) {
  const isName = (text: string) => text.trim().length >= 1 && text.trim().length <= 200
  return [
    ...(/^[A-Za-z0-9][A-Za-z0-9-]{1,39}$/.test(input.code)
      ? []
      : [
          badInput('CODE_FORM', 'A code has 2 to 40 letters, digits or hyphens.', [
            'input',
            'code',
          ]),
        ]),
    ...(facts.isTaken
      ? [badInput('CODE_TAKEN', 'Another release has this code.', ['input', 'code'])]
      : []),
    ...(isName(input.nameEn)
      ? []
      : [
          badInput('NAME_LENGTH', 'The English name has 1 to 200 characters.', ['input', 'nameEn']),
        ]),
    ...(isName(input.nameFr)
      ? []
      : [badInput('NAME_LENGTH', 'The French name has 1 to 200 characters.', ['input', 'nameFr'])]),
    ...(facts.corrects && !input.correctionNote?.trim()
      ? [
          badInput('NOTE_MISSING', 'A correction of a published release says why.', [
            'input',
            'correctionNote',
          ]),
        ]
      : []),
  ]
}
