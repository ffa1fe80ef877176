import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure } from '#access'
import { Refusal, badInput, insertRows, problem } from '#platform'
import { lockCycle, recordCycle } from '../cycle.lock'
import { CycleStage } from '../enums'
import { canMessage } from '../policies'
import { audienceNow } from './audience'
import { CycleMessagePayload } from './message.type'
import { LONGEST_SEARCH, wordProblems, wordsOf } from './words'

@InputType({ description: 'Which administrations of the board; all where nothing is given.' })
class CycleMessageFilterInput {
  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Code of a region.' })
  readonly region?: string | null

  @Access(SECRETARIAT)
  @Field(() => CycleStage, { nullable: true, description: 'Stage they stand at.' })
  readonly stage?: CycleStage | null

  @Access(SECRETARIAT)
  @Field(() => Boolean, { nullable: true, description: 'Whether the next step is overdue.' })
  readonly isOverdue?: boolean | null

  @Access(SECRETARIAT)
  @Field(() => Boolean, { nullable: true, description: 'Whether it was given an extension.' })
  readonly isExtended?: boolean | null

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Part of a name or code, at most 120 characters.',
  })
  readonly search?: string | null
}

@InputType({ description: 'A message to administrations of a cycle.' })
export class CycleMessageSendInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the cycle.' })
  readonly cycleId!: string

  @Access(SECRETARIAT)
  @Field(() => CycleMessageFilterInput, { description: 'Who gets it.' })
  readonly filter!: CycleMessageFilterInput

  @Access(SECRETARIAT)
  @Field(() => String, {
    description: 'Key of the audience that was looked at before sending, as `messageAudience` gives it.',
  }) // prettier-ignore
  readonly audienceKey!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Subject in English, one line, at most 120 characters.' })
  readonly subjectEn!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Subject in French, one line, at most 120 characters.' })
  readonly subjectFr!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Plain text in English, at most 4,000 characters.' })
  readonly textEn!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Plain text in French, at most 4,000 characters.' })
  readonly textFr!: string

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class CycleMessageSendArgs {
  @Access(SECRETARIAT)
  @Field(() => CycleMessageSendInput, { description: 'The message.' })
  readonly input!: CycleMessageSendInput
}

@Resolver()
export class CycleMessageSend {
  @Access(SECRETARIAT)
  @Mutation(() => CycleMessagePayload, {
    description:
      'Writes to coordinators and approvers of the administrations that fit the filter when it is sent: into their inbox and by mail, each in their language. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, TEXT_MISSING, TEXT_TOO_LONG, TEXT_UNFIT, AUDIENCE_CHANGED, AUDIENCE_EMPTY.',
  })
  cycleMessageSend(
    @Args(() => CycleMessageSendArgs) { input }: CycleMessageSendArgs,
    @Ctx() context: Context,
  ) {
    return context.command('cycleMessageSend', input, async (scope) => {
      const { db, viewer, now, newId, record } = scope
      const { cycle, facts } = await lockCycle(scope, input.cycleId)
      ensure(canMessage(viewer, facts), ['input', 'cycleId'])
      const { filter } = input
      const problems = [...wordProblems(input)]
      if ((filter.search?.length ?? 0) > LONGEST_SEARCH) {
        const words = `At most ${LONGEST_SEARCH} characters.`
        problems.push(badInput('TEXT_TOO_LONG', words, ['input', 'filter', 'search']))
      }
      const audience = await audienceNow(db, cycle.id, filter, now)
      const reached = audience.recipients.filter((each) => each.coordinators + each.approvers > 0)
      if (audience.key !== input.audienceKey) {
        problems.push(
          problem('CONFLICT', 'AUDIENCE_CHANGED', 'Other people would get it than were shown.', [
            'input',
            'audienceKey',
          ]),
        )
      } else if (reached.length === 0) {
        problems.push(badInput('AUDIENCE_EMPTY', 'Nobody would get it.', ['input', 'filter']))
      }
      if (problems.length > 0) throw new Refusal(problems)

      const id = newId()
      const words = wordsOf(input)
      const chosen = {
        regionCode: filter.region ?? null,
        stage: filter.stage ?? null,
        isOverdue: filter.isOverdue ?? null,
        isExtended: filter.isExtended ?? null,
        search: filter.search?.trim() || null,
      }
      const sender = await db
        .selectFrom('person')
        .select('name')
        .where('id', '=', viewer.personId)
        .executeTakeFirstOrThrow()
      await insertRows(db, 'cycleMessage', [
        {
          id,
          cycleId: cycle.id,
          ...words,
          ...chosen,
          sentBy: viewer.personId,
          senderName: sender.name,
          sentAt: now.toISOString(),
        },
      ])
      await insertRows(
        db,
        'cycleMessageAdministration',
        reached.map((each) => ({ messageId: id, ...each })),
      )
      await sql`select cycle_message_deliver(${id}::uuid)`.execute(db)
      recordCycle(
        record,
        'cycleMessageSend',
        cycle,
        {
          messageId: id,
          administrations: reached.length,
          people: audience.englishCount + audience.frenchCount,
          region: chosen.regionCode,
          stage: chosen.stage,
        },
        words,
      )
      return { messageId: id }
    })
  }
}
