import {
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql'
import {
  Access,
  PUBLIC,
  PageInfo,
  Permission,
  Rows,
  SECRETARIAT,
  embed,
  type Context,
} from '#access'
import { PersonCard, cardOf } from '#accounts'
import { DateTimeScalar, globalId } from '#platform'
import type { FrameworkVersionStatus } from '../enums'
import { fieldChanges } from './field-changes'
import type { ChangeAction, ChangedKind, Columns } from './note-change'
import { canUndo } from './policies'

export const FrameworkChangeKind = {
  VERSION: 'VERSION',
  DIMENSION: 'DIMENSION',
  EXPECTED_OUTCOME: 'EXPECTED_OUTCOME',
  KPI: 'KPI',
  DATA_ELEMENT: 'DATA_ELEMENT',
  INSTRUMENT: 'INSTRUMENT',
  VALIDATION_RULE: 'VALIDATION_RULE',
  OUTCOME_MAPPING: 'OUTCOME_MAPPING',
  LINEAGE: 'LINEAGE',
} as const satisfies Record<ChangedKind, string>

registerEnumType(FrameworkChangeKind, {
  name: 'FrameworkChangeKind',
  description: 'Kind of what was changed in a draft. Clients must accept unknown values.',
  valuesConfig: {
    VERSION: { description: 'The version itself.' },
    DIMENSION: { description: 'A dimension.' },
    EXPECTED_OUTCOME: { description: 'An expected outcome.' },
    KPI: { description: 'A KPI.' },
    DATA_ELEMENT: { description: 'A data element.' },
    INSTRUMENT: { description: 'A WCO instrument.' },
    VALIDATION_RULE: { description: 'A cross-check of figures.' },
    OUTCOME_MAPPING: { description: 'Mapping of an outcome to a goal or an instrument.' },
    LINEAGE: { description: 'Link of a part to its ancestor.' },
  },
})

export const FrameworkChangeAction = {
  CREATE: 'CREATE',
  UPDATE: 'UPDATE',
  MOVE: 'MOVE',
  ORDER: 'ORDER',
  REMOVE: 'REMOVE',
  UNDO: 'UNDO',
} as const satisfies Record<ChangeAction, string>

registerEnumType(FrameworkChangeAction, {
  name: 'FrameworkChangeAction',
  description: 'What was done in a draft. Clients must accept unknown values.',
  valuesConfig: {
    CREATE: { description: 'A part was added.' },
    UPDATE: { description: 'Fields were changed.' },
    MOVE: { description: 'A part was put at another place.' },
    ORDER: { description: 'Parts were put in another order.' },
    REMOVE: { description: 'A part was taken out.' },
    UNDO: { description: 'An earlier change was taken back.' },
  },
})

@ObjectType('FrameworkFieldChange', { description: 'One field on both sides of a change.' })
@Rows('EMBEDDED')
@Access(SECRETARIAT)
export class FrameworkFieldChange {
  @Access(SECRETARIAT)
  @Field(() => String, {
    description: 'Name of the field, with its language or part behind a dot, such as "name.fr".',
  })
  readonly field!: string

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Content before. Null where there was none.',
  })
  readonly before!: string | null

  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Content after. Null where none is left.' })
  readonly after!: string | null
}

@ObjectType('FrameworkChangeViewerCan', { description: 'What the viewer may do with a change.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FrameworkChangeViewerCan {
  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Take it back.' })
  readonly undo!: Permission
}

@ObjectType('FrameworkChange', {
  description: 'One change of a draft, as its history keeps it: who, when, and what differs.',
})
@Rows('CATALOGUE')
@Access(SECRETARIAT)
export class FrameworkChange {
  readonly uuid!: string
  readonly versionId!: string
  readonly personId!: string
  readonly undoneBy!: string | null
  readonly before!: Columns | null
  readonly after!: Columns | null
  /** Status of the version, which decides who may read the change. */
  readonly status!: FrameworkVersionStatus

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Number of the change, rising through all versions.' })
  readonly seq!: number

  @Access(SECRETARIAT)
  @Field(() => FrameworkChangeKind, { description: 'Kind of what was changed.' })
  readonly nodeKind!: ChangedKind

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Code of what was changed.' })
  readonly nodeCode!: string

  @Access(SECRETARIAT)
  @Field(() => FrameworkChangeAction, { description: 'What was done.' })
  readonly action!: ChangeAction

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the change.' })
  readonly at!: string
}

@Resolver(() => FrameworkChange)
export class FrameworkChangeFields {
  @Access(SECRETARIAT)
  @FieldResolver(() => ID, { description: 'Opaque global id.' })
  id(@Root() change: FrameworkChange): string {
    return globalId('FC', change.uuid)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => PersonCard, { nullable: true, description: 'Person who made it.' })
  person(@Root() change: FrameworkChange, @Ctx() context: Context) {
    return cardOf(context, 'CATALOGUE', change, change.personId)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => [FrameworkFieldChange], {
    description: 'Fields that differ; of a part added or removed those that say something.',
  })
  fields(@Root() change: FrameworkChange) {
    return embed('CATALOGUE', change, fieldChanges(change.before, change.after))
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => Boolean, { description: 'Whether it was taken back.' })
  isUndone(@Root() change: FrameworkChange): boolean {
    return change.undoneBy !== null
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => FrameworkChangeViewerCan, {
    description: 'What the viewer may do with the change.',
  })
  viewerCan(@Root() change: FrameworkChange, @Ctx() { viewer }: Context): FrameworkChangeViewerCan {
    return { undo: canUndo(viewer, change) }
  }
}

@ObjectType({ description: 'Change with its place in the list.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FrameworkChangeEdge {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Cursor of the change.' })
  readonly cursor!: string

  @Access(PUBLIC)
  @Field(() => FrameworkChange, { description: 'The change.' })
  readonly node!: FrameworkChange
}

@ObjectType({ description: 'Page of the history of a version.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FrameworkChangeConnection {
  @Access(PUBLIC)
  @Field(() => [FrameworkChange], { description: 'Changes of the page.' })
  readonly nodes!: readonly FrameworkChange[]

  @Access(PUBLIC)
  @Field(() => [FrameworkChangeEdge], { description: 'Changes of the page with their cursors.' })
  readonly edges!: readonly FrameworkChangeEdge[]

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of changes in the whole list.' })
  readonly totalCount!: number

  @Access(PUBLIC)
  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  readonly pageInfo!: PageInfo
}
