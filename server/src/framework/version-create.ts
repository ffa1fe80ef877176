import { Args, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, ensure, type Context } from '#access'
import { Refusal, badInput, notFound, problem, uuidOf, type ProblemDetail } from '#platform'
import { LocalizedTextInput, OnceInput, inputOf } from './command-input'
import { copyVersion } from './copy-version'
import { FrameworkVersionKind } from './enums'
import { FrameworkVersionPayload } from './framework-version.payload'
import { hiddenProblems } from './hidden-problems'
import { mergeText } from './merge-texts'
import { canCreate, canDerive } from './policies'
import { lengthProblems } from './text-length'

const CODE = /^[A-Z0-9][A-Z0-9-]{2,39}$/

@InputType('FrameworkVersionCreateInput', {
  description: 'A new draft, developed from a published version.',
})
export class FrameworkVersionCreateInput extends OnceInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the published or retired version to copy.' })
  readonly baseVersionId!: string

  @Access(SECRETARIAT)
  @Field(() => String, {
    description: 'Code of the new version: capitals, digits and hyphens, 3 to 40.',
  })
  readonly code!: string

  @Access(SECRETARIAT)
  @Field(() => FrameworkVersionKind, { description: 'REVISION or ERRATUM.' })
  readonly kind!: FrameworkVersionKind

  @Access(SECRETARIAT)
  @Field(() => LocalizedTextInput, {
    nullable: true,
    description: 'Name; that of the base when left out.',
  })
  readonly name?: LocalizedTextInput | null

  @Access(SECRETARIAT)
  @Field(() => LocalizedTextInput, { nullable: true, description: 'What is to change.' })
  readonly changeNotes?: LocalizedTextInput | null
}

const CreateArgs = inputOf(FrameworkVersionCreateInput)

@Resolver()
export class FrameworkVersionCreate {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkVersionPayload, {
    description: 'Begins a draft as a copy of a published version; every KPI keeps its series.',
  })
  frameworkVersionCreate(
    @Args(() => CreateArgs) { input }: { input: FrameworkVersionCreateInput },
    @Ctx() context: Context,
  ) {
    return context.command('frameworkVersionCreate', input, async (scope) => {
      const { db, viewer, now, newId, record } = scope
      const path = ['input', 'baseVersionId']
      ensure(canCreate(viewer))
      const baseId = uuidOf('FV', input.baseVersionId)
      const base = baseId
        ? await db
            .selectFrom('frameworkVersion')
            .selectAll()
            .where('id', '=', baseId)
            .executeTakeFirst()
        : undefined
      if (!base) throw notFound(path)
      ensure(canDerive(viewer, base), path)
      const taken = await db
        .selectFrom('frameworkVersion').select('id').where('code', '=', input.code).executeTakeFirst() // prettier-ignore
      const problems = [
        ...problemsOf(input, taken !== undefined),
        ...hiddenProblems(input),
        ...lengthProblems(input),
      ]
      if (problems.length > 0) throw new Refusal(problems)

      const versionId = newId()
      await copyVersion(db, newId, base, {
        id: versionId,
        code: input.code,
        kind: input.kind,
        number: input.kind === 'ERRATUM' ? base.number : base.number + 1,
        name: mergeText(base.name as Record<string, string>, input.name ?? undefined),
        changeNotes: mergeText(null, input.changeNotes),
        createdBy: viewer.personId,
        createdAt: now,
      })
      record({
        action: 'frameworkVersionCreate',
        objectType: 'FrameworkVersion',
        objectId: versionId,
        administrationId: null,
        facts: { code: input.code, kind: input.kind, base: base.code, to: 'DRAFT' },
      })
      return { versionId }
    })
  }
}

function problemsOf(input: FrameworkVersionCreateInput, isTaken: boolean): ProblemDetail[] {
  const problems: ProblemDetail[] = []
  if (!CODE.test(input.code)) {
    problems.push(
      badInput('BAD_CODE', 'A code has 3 to 40 capitals, digits and hyphens.', ['input', 'code']),
    )
  } else if (isTaken) {
    problems.push(
      problem('CONFLICT', 'CODE_TAKEN', 'Another version has this code.', ['input', 'code']),
    )
  }
  if (input.kind === 'ORIGINAL') {
    problems.push(
      badInput('BAD_KIND', 'A version made from another is a revision or an erratum.', [
        'input',
        'kind',
      ]),
    )
  }
  return problems
}
