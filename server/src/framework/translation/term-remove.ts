import { Args, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, ensure, expectVersion, type Context } from '#access'
import { notFound, uuidOf } from '#platform'
import { EditInput, inputOf } from '../command-input'
import { canKeepTerms } from './policies'
import { termById } from './term.rows'
import { FrameworkTermPayload } from './term.type'

@InputType('FrameworkTermRemoveInput', { description: 'Which term, as last seen.' })
export class FrameworkTermRemoveInput extends EditInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the term.' })
  readonly termId!: string
}

const RemoveArgs = inputOf(FrameworkTermRemoveInput)
const PATH = ['input', 'termId']

@Resolver()
export class FrameworkTermRemove {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkTermPayload, {
    description: 'Takes a term out of the glossary. Texts that use it stay as they are.',
  })
  frameworkTermRemove(
    @Args(() => RemoveArgs) { input }: { input: FrameworkTermRemoveInput },
    @Ctx() context: Context,
  ) {
    return context.command('frameworkTermRemove', input, async ({ db, viewer, record }) => {
      ensure(canKeepTerms(viewer), PATH)
      const id = uuidOf('TM', input.termId)
      const term = id ? await termById(db, id, true) : null
      if (!term) throw notFound(PATH)
      expectVersion(term, input.expectedVersion, { termId: term.id })

      await db.deleteFrom('frameworkTerm').where('id', '=', term.id).execute()
      record({
        action: 'frameworkTermRemove',
        objectType: 'FrameworkTerm',
        objectId: term.id,
        administrationId: null,
        before: { en: term.en, fr: term.fr, note: term.note },
        facts: { state: term.state },
      })
      return {}
    })
  }
}
