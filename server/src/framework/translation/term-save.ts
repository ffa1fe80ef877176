import { Args, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { sql } from 'kysely'
import { Access, SECRETARIAT, ensure, expectVersion, type Context } from '#access'
import { Refusal, badInput, notFound, uuidOf, type Db, type ProblemDetail } from '#platform'
import { OnceInput, inputOf } from '../command-input'
import { canKeepTerms } from './policies'
import { termById } from './term.rows'
import { FrameworkTermPayload } from './term.type'
import { hiddenProblems } from '../hidden-problems'

@InputType('FrameworkTermSaveInput', { description: 'A term of the glossary, new or changed.' })
export class FrameworkTermSaveInput extends OnceInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { nullable: true, description: 'Id of the term; left out for a new one.' })
  readonly termId?: string | null

  @Access(SECRETARIAT)
  @Field(() => Int, {
    nullable: true,
    description: 'Value of `version` the change was made on; left out for a new one.',
  })
  readonly expectedVersion?: number | null

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'English term, unique in the glossary.' })
  readonly en!: string

  @Access(SECRETARIAT)
  @Field(() => String, {
    description: 'French term; forms that are right as well stand behind a semicolon.',
  })
  readonly fr!: string

  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Note on its use.' })
  readonly note?: string | null
}

const SaveArgs = inputOf(FrameworkTermSaveInput)
const LONGEST = { en: 120, fr: 240, note: 600 } as const

@Resolver()
export class FrameworkTermSave {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkTermPayload, {
    description:
      'Puts a term into the glossary or changes one. It is proposed until a second person approves it.',
  })
  frameworkTermSave(
    @Args(() => SaveArgs) { input }: { input: FrameworkTermSaveInput },
    @Ctx() context: Context,
  ) {
    return context.command('frameworkTermSave', input, async (scope) => {
      const { db, viewer, now, newId, record } = scope
      ensure(canKeepTerms(viewer), ['input'])
      const id = input.termId == null ? null : uuidOf('TM', input.termId)
      const before = id ? await termById(db, id, true) : null
      if (input.termId != null && !before) throw notFound(['input', 'termId'])
      if (before) expectVersion(before, input.expectedVersion ?? 0, { termId: before.id })
      const after = {
        en: plain(input.en),
        fr: plain(input.fr),
        note: input.note === undefined && before ? before.note : plain(input.note ?? '') || null,
      }
      const problems = [
        ...textProblems(after),
        ...hiddenProblems(input),
        ...(await twice(db, after.en, id)),
      ]
      if (problems.length > 0) throw new Refusal(problems)

      const termId = before?.id ?? newId()
      const proposed = {
        ...after,
        status: 'PROPOSED' as const,
        proposedBy: viewer.personId,
        proposedAt: now,
        approvedBy: null,
        approvedAt: null,
      }
      if (before) {
        await db
          .updateTable('frameworkTerm')
          .set({ ...proposed, version: before.version + 1 })
          .where('id', '=', termId)
          .execute()
      } else {
        const provenance = JSON.stringify({ status: 'constructed', fields: [], sources: [] })
        await db
          .insertInto('frameworkTerm')
          .values({ id: termId, ...proposed, provenance })
          .execute()
      }
      record({
        action: 'frameworkTermSave',
        objectType: 'FrameworkTerm',
        objectId: termId,
        administrationId: null,
        before: before && { en: before.en, fr: before.fr, note: before.note },
        after,
        facts: { isNew: before === null },
      })
      return { termId }
    })
  }
}

const plain = (text: string) => text.trim().replaceAll(/\s+/g, ' ')

function textProblems(term: Readonly<Record<'en' | 'fr' | 'note', string | null>>) {
  const problems: ProblemDetail[] = []
  for (const name of ['en', 'fr', 'note'] as const) {
    const text = term[name]
    const path = ['input', name]
    if (!text && name !== 'note') {
      problems.push(badInput('TEXT_MISSING', 'A term has an English and a French form.', path))
    }
    if (text && (text.length > LONGEST[name] || /\p{Cc}/u.test(text))) {
      const message = `The text has at most ${LONGEST[name]} printed characters.`
      problems.push(badInput('TEXT_TOO_LONG', message, path))
    }
  }
  return problems
}

async function twice(db: Db, en: string, own: string | null): Promise<ProblemDetail[]> {
  const { rows } = await sql<{ id: string }>`
    select id from framework_term where folded(btrim(en)) = folded(${en})`.execute(db)
  return rows.some(({ id }) => id !== own)
    ? [badInput('TERM_TWICE', 'The glossary has this English term already.', ['input', 'en'])]
    : []
}
