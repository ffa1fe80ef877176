import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { Access, Context, OWNER, PUBLIC, Reads, embed } from '#access'
import { PersonCard, cardOf } from '#accounts'
import { DataElement, snapshotOf } from '#framework'
import { globalId } from '#platform'
import { normalizeDecimal } from '#platform/decimal'
import { checkElement, figureKey } from './compute'
import { workingValues } from './content.rows'
import { DataValue, DataValueRevision } from './data-value.type'
import { ValidationCheck } from './kpi-response.type'
import { checksOf } from './trace'

const VALUE_TAGS = { WORKING: 'WV', SUBMITTED: 'SV', RELEASED: 'RX' } as const

@Resolver(() => DataValue)
export class DataValueFields {
  @Access(PUBLIC)
  @FieldResolver(() => ID, { description: 'Opaque id of the figure in its copy.' })
  id(@Root() value: DataValue): string {
    return globalId(VALUE_TAGS[value.copy], value.id)
  }

  @Access(PUBLIC)
  @FieldResolver(() => DataElement, { nullable: true, description: 'The data element.' })
  async element(@Root() value: DataValue, @Ctx() context: Context) {
    const snapshot = await snapshotOf(context, value.frameworkVersionId)
    return snapshot?.elementByCode.get(value.elementCode) ?? null
  }

  @Access(OWNER)
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Person who changed it last. Null in frozen copies.',
  })
  updater(@Root() value: DataValue, @Ctx() context: Context) {
    return cardOf(context, 'CONTENT', value, value.updatedBy)
  }

  @Access(OWNER)
  @Reads('value')
  @FieldResolver(() => [ValidationCheck], {
    nullable: true,
    description:
      'Findings about the figure by itself and beside the other year of the same data element; what the figures of other elements say of it stands at the answers. Null in frozen copies.',
  })
  async checks(@Root() value: DataValue, @Ctx() context: Context) {
    const snapshot = await snapshotOf(context, value.frameworkVersionId)
    if (value.copy !== 'WORKING' || !snapshot) return null
    const rows = (await context.load(workingValues, value.assessmentId)) ?? []
    const { elementCode, period } = value
    const figures = Object.fromEntries(
      rows
        .filter((row) => row.elementCode === elementCode)
        .map((row) => [
          figureKey(elementCode, row.period),
          { value: row.value && normalizeDecimal(row.value), revision: row.version },
        ]),
    )
    const found = checkElement(snapshot, elementCode, figures)
    const own = found.filter((check) => check.period === period)
    return embed('CONTENT', value, checksOf(own, snapshot.elementByCode))
  }
}

@Resolver(() => DataValueRevision)
export class DataValueRevisionFields {
  @Access(OWNER)
  @FieldResolver(() => PersonCard, { nullable: true, description: 'Person who wrote it.' })
  author(@Root() revision: DataValueRevision, @Ctx() context: Context) {
    return cardOf(context, 'OWN_CONTENT', revision, revision.writtenBy)
  }
}
