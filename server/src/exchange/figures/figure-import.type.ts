import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Access, PUBLIC, Rows } from '#access'
import { Locale } from '#accounts'
import { DataValueCurrent } from '#assessment'
import { CheckLevel, Period } from '#framework'
import { DateTimeScalar, DecimalScalar } from '#platform'
import type { LocalizedText } from '#framework/definition'

export enum FigureImportState {
  NEW = 'NEW',
  CHANGED = 'CHANGED',
  UNCHANGED = 'UNCHANGED',
  CONFLICT = 'CONFLICT',
  REJECTED = 'REJECTED',
}

registerEnumType(FigureImportState, {
  name: 'FigureImportState',
  description: 'What would become of a figure of a file.',
  valuesConfig: {
    NEW: { description: 'There is no figure yet; the file has one.' },
    CHANGED: { description: 'The file says something else than what is there.' },
    UNCHANGED: { description: 'The file changes nothing.' },
    CONFLICT: {
      description: 'The file changes what somebody else has changed since the file was made.',
    },
    REJECTED: { description: 'It cannot be taken; the problems say which cell, and why.' },
  },
})

@ObjectType({ description: 'What is wrong with one cell of a workbook.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FigureImportProblem {
  readonly words!: LocalizedText

  @Access(PUBLIC)
  @Field(() => String, { description: 'Sheet and cell, such as `TF!G12`.' })
  readonly at!: string

  @Access(PUBLIC)
  @Field(() => String, { description: 'What is wrong, in upper snake case.' })
  readonly reason!: string
}

@ObjectType({ description: 'What the checks of the version would say of a figure of a workbook.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FigureImportFinding {
  readonly words!: LocalizedText

  @Access(PUBLIC)
  @Field(() => String, { description: 'Kind of the finding, such as NOT_AN_INTEGER.' })
  readonly kind!: string

  @Access(PUBLIC)
  @Field(() => CheckLevel, {
    description: 'Weight of the finding. None prevents saving; what blocks prevents submitting.',
  })
  readonly level!: keyof typeof CheckLevel
}

@ObjectType({ description: 'Content of a figure: value, estimate and note.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FigureImportContent {
  @Access(PUBLIC)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The figure in the unit of the data element. Null where there is none.',
  })
  readonly value!: string | null

  @Access(PUBLIC)
  @Field(() => Boolean, { description: 'Whether the figure is an estimate.' })
  readonly isEstimated!: boolean

  @Access(PUBLIC)
  @Field(() => String, { nullable: true, description: 'Note on the figure. Null without one.' })
  readonly note!: string | null
}

@ObjectType({ description: 'What would become of one figure of a workbook.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FigureImportEntry {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Code of the data element, as it stands in the file.' })
  readonly elementCode!: string

  @Access(PUBLIC)
  @Field(() => Period, { description: 'Year of the figure, relative to the cycle.' })
  readonly period!: 'T' | 'T-1'

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Calendar year of the figure.' })
  readonly year!: number

  @Access(PUBLIC)
  @Field(() => String, { description: 'Sheet and cell it was read from, such as `TF!G12`.' })
  readonly at!: string

  @Access(PUBLIC)
  @Field(() => FigureImportState, { description: 'What would become of it.' })
  readonly state!: FigureImportState

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'The figure as it stands in the cell. Null where the cell is empty.',
  })
  readonly typed!: string | null

  @Access(PUBLIC)
  @Field(() => FigureImportContent, {
    nullable: true,
    description:
      'What would be saved, on `version` of `current`: what the file says, and beside it what is there. Null where nothing would be saved.',
  })
  readonly result!: FigureImportContent | null

  @Access(PUBLIC)
  @Field(() => FigureImportContent, {
    nullable: true,
    description: 'What was there when the file was made. Null where the file does not say.',
  })
  readonly base!: FigureImportContent | null

  @Access(PUBLIC)
  @Field(() => DataValueCurrent, {
    nullable: true,
    description: 'What is there now. Null where that is not for the viewer, or not known.',
  })
  readonly current!: DataValueCurrent | null

  @Access(PUBLIC)
  @Field(() => [FigureImportProblem], {
    description: 'Why it is rejected, all at once; empty otherwise.',
  })
  readonly problems!: readonly FigureImportProblem[]

  @Access(PUBLIC)
  @Field(() => [FigureImportFinding], {
    description:
      'What the checks say of the figure that would be saved, by itself and beside the other year of the same data element; empty where nothing would be saved.',
  })
  readonly findings!: readonly FigureImportFinding[]
}

@ObjectType({ description: 'Number of figures in one state.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FigureImportCount {
  @Access(PUBLIC)
  @Field(() => FigureImportState, { description: 'State the figures are in.' })
  readonly state!: FigureImportState

  @Access(PUBLIC)
  @Field(() => Int, { description: 'How many there are.' })
  readonly count!: number
}

@ObjectType({
  description:
    'A workbook of figures that was read and compared, figure by figure. Nothing of it is kept.',
})
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FigureImport {
  @Access(PUBLIC)
  @Field(() => ID, { description: 'Opaque id of the assessment it belongs to.' })
  readonly assessmentId!: string

  @Access(PUBLIC)
  @Field(() => String, { description: 'Name of the file, as it was handed in.' })
  readonly fileName!: string

  @Access(PUBLIC)
  @Field(() => Locale, { description: 'Language its texts were read in.' })
  readonly locale!: Locale

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the dimension it was made for. Null for the whole assessment.',
  })
  readonly dimensionCode!: string | null

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, { description: 'Timestamp the workbook was made at.' })
  readonly madeAt!: string

  @Access(PUBLIC)
  @Field(() => [FigureImportCount], { description: 'Number of figures by state.' })
  readonly counts!: readonly FigureImportCount[]

  @Access(PUBLIC)
  @Field(() => [FigureImportEntry], {
    description: 'Figures that have something in their cells, in the order of the framework.',
  })
  readonly figures!: readonly FigureImportEntry[]

  @Access(PUBLIC)
  @Field(() => [FigureImportProblem], {
    description: 'Cells that belong to no figure, because their row has no code.',
  })
  readonly strays!: readonly FigureImportProblem[]
}
