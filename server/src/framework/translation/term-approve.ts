import { Args, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, ensure, expectVersion, type Context } from '#access'
import { notFound, uuidOf } from '#platform'
import { EditInput, inputOf } from '../command-input'
import { isAlone } from './other-editors'
import { canApproveTerm, canKeepTerms } from './policies'
import { termById } from './term.rows'
import { FrameworkTermPayload } from './term.type'

@InputType('FrameworkTermApproveInput', { description: 'Which term, as last seen.' })
export class FrameworkTermApproveInput extends EditInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the term.' })
  readonly termId!: string
}

const ApproveArgs = inputOf(FrameworkTermApproveInput)
const PATH = ['input', 'termId']

@Resolver()
export class FrameworkTermApprove {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkTermPayload, {
    description: 'Approves a proposed term, as a second person. From then on everybody reads it.',
  })
  frameworkTermApprove(
    @Args(() => ApproveArgs) { input }: { input: FrameworkTermApproveInput },
    @Ctx() context: Context,
  ) {
    return context.command('frameworkTermApprove', input, async ({ db, viewer, now, record }) => {
      ensure(canKeepTerms(viewer), PATH)
      const id = uuidOf('TM', input.termId)
      const term = id ? await termById(db, id, true) : null
      if (!term) throw notFound(PATH)
      ensure(canApproveTerm(viewer, { ...term, isAlone: await isAlone(db) }), PATH)
      expectVersion(term, input.expectedVersion, { termId: term.id })

      await db
        .updateTable('frameworkTerm')
        .set({
          status: 'APPROVED',
          approvedBy: viewer.personId,
          approvedAt: now,
          version: term.version + 1,
        })
        .where('id', '=', term.id)
        .execute()
      record({
        action: 'frameworkTermApprove',
        objectType: 'FrameworkTerm',
        objectId: term.id,
        administrationId: null,
        after: { en: term.en, fr: term.fr, note: term.note },
        facts: { from: 'PROPOSED', to: 'APPROVED' },
      })
      return { termId: term.id }
    })
  }
}
