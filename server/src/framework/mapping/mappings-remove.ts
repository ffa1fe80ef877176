import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, type Context } from '#access'
import { Refusal, badInput } from '#platform'
import { noteChanges } from '../change'
import { inputOf } from '../command-input'
import { lockDraft } from './lock-draft'
import { OutcomeMappingsRemoveInput } from './mapping.input'
import { changeOf } from './mapping-change'
import { OutcomeMappingsPayload } from './mapping.payload'
import { keyOf, lockMappings, touched } from './stored-mappings'

const RemoveArgs = inputOf(OutcomeMappingsRemoveInput)

@Resolver()
export class OutcomeMappingsRemove {
  @Access(SECRETARIAT)
  @Mutation(() => OutcomeMappingsPayload, {
    description: 'Takes mappings out of a draft: all or nothing.',
  })
  outcomeMappingsRemove(
    @Args(() => RemoveArgs) { input }: { input: OutcomeMappingsRemoveInput },
    @Ctx() context: Context,
  ) {
    return context.command('outcomeMappingsRemove', input, async (scope) => {
      const { db, viewer, record } = scope
      const { mappings } = input
      const version = await lockDraft(db, viewer, input.versionId)
      const stored = await lockMappings(db, version.id, mappings)
      const unknown = mappings.flatMap((mapping, index) =>
        stored.has(keyOf(mapping))
          ? []
          : [
              badInput('UNKNOWN_MAPPING', 'The version has no such mapping.', [
                'input',
                'mappings',
                String(index),
                'target',
              ]),
            ],
      )
      if (unknown.length > 0) throw new Refusal(unknown)

      await db
        .deleteFrom('outcomeMapping')
        .where(
          'id',
          'in',
          [...stored.values()].map(({ id }) => id),
        )
        .execute()
      await noteChanges(
        scope,
        [...stored.values()].map((row) => changeOf(row, null)),
      )
      record({
        action: 'outcomeMappingsRemove',
        objectType: 'FrameworkVersion',
        objectId: version.id,
        administrationId: null,
        before: [...stored.keys()],
        facts: { code: version.code, mappings: mappings.map(keyOf) },
      })
      return touched(version.id, mappings)
    })
  }
}
