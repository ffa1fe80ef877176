import {
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql'
import { Access, PUBLIC, Problem, Rows, SECRETARIAT, type Context } from '#access'
import { PersonCard, cardOf } from '#accounts'
import { DateTimeScalar, Refusal, badInput, uuidOf, type Db } from '#platform'
import { OnceInput, inputOf } from '../command-input'
import { lockDraft } from '../content-lock'
import type { FrameworkVersionStatus } from '../enums'

/** How long somebody counts as present after the last sign of them. */
const SECONDS = 60

@ObjectType('FrameworkPresence', { description: 'Person who has a part of a draft open.' })
@Rows('CATALOGUE')
@Access(SECRETARIAT)
export class FrameworkPresence {
  readonly personId!: string
  /** Status of the version, which decides who may read it. */
  readonly status!: FrameworkVersionStatus

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Code of the part.' })
  readonly nodeCode!: string

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the last sign of the person.' })
  readonly seenAt!: string
}

@Resolver(() => FrameworkPresence)
export class FrameworkPresenceFields {
  @Access(SECRETARIAT)
  @FieldResolver(() => PersonCard, { nullable: true, description: 'Who it is.' })
  person(@Root() presence: FrameworkPresence, @Ctx() context: Context) {
    return cardOf(context, 'CATALOGUE', presence, presence.personId)
  }
}

@InputType('FrameworkPresenceNoteInput', { description: 'Sign that a part of a draft is open.' })
export class FrameworkPresenceNoteInput extends OnceInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the framework version.' })
  readonly versionId!: string

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the part that is open; left out, the person has none open any more.',
  })
  readonly nodeCode?: string | null
}

@ObjectType('FrameworkPresencePayload', { description: 'Answer to a sign of presence.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FrameworkPresencePayload {
  readonly versionId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented the command; empty when it was done.' })
  readonly problems!: readonly Problem[]
}

@Resolver(() => FrameworkPresencePayload)
export class FrameworkPresencePayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => [FrameworkPresence], {
    nullable: true,
    description: 'Others who have parts of the version open. Null when the command was refused.',
  })
  presence(@Root() { versionId }: FrameworkPresencePayload, @Ctx() context: Context) {
    return versionId ? context.read((db) => othersIn(db, versionId, context)) : null
  }
}

const NoteArgs = inputOf(FrameworkPresenceNoteInput)
const LONGEST = 40

@Resolver()
export class FrameworkPresenceNote {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkPresencePayload, {
    description:
      'Says that the viewer has a part of a draft open, for the next 60 seconds, and tells who else has.',
  })
  frameworkPresenceNote(
    @Args(() => NoteArgs) { input }: { input: FrameworkPresenceNoteInput },
    @Ctx() context: Context,
  ) {
    return context.command('frameworkPresenceNote', input, async ({ db, viewer, now }) => {
      const versionId = uuidOf('FV', input.versionId)!
      await lockDraft(db, viewer, versionId, ['input', 'versionId'])
      const nodeCode = input.nodeCode ?? null
      if (nodeCode !== null && (nodeCode === '' || nodeCode.length > LONGEST)) {
        throw new Refusal([
          badInput('BAD_CODE', 'This is no code of a part.', ['input', 'nodeCode']),
        ])
      }
      const personId = viewer.personId!
      await db
        .deleteFrom('frameworkPresence')
        .where('versionId', '=', versionId)
        .where('personId', '=', personId)
        .execute()
      if (nodeCode !== null) {
        await db
          .insertInto('frameworkPresence')
          .values({ versionId, personId, nodeCode, seenAt: now })
          .onConflict((conflict) =>
            conflict.columns(['versionId', 'personId', 'nodeCode']).doUpdateSet({ seenAt: now }),
          )
          .execute()
      }
      return { versionId }
    })
  }
}

async function othersIn(
  db: Db,
  versionId: string,
  { now, viewer }: Context,
): Promise<readonly FrameworkPresence[]> {
  return db
    .selectFrom('frameworkPresence as p')
    .innerJoin('frameworkVersion as v', 'v.id', 'p.versionId')
    .select(['p.personId', 'p.nodeCode', 'p.seenAt', 'v.status'])
    .where('p.versionId', '=', versionId)
    .where('p.seenAt', '>', new Date(now.getTime() - SECONDS * 1000).toISOString())
    .$if(viewer.personId !== null, (query) => query.where('p.personId', '<>', viewer.personId!))
    .orderBy('p.seenAt', 'desc')
    .execute()
}
