import { Args, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, type Context } from '#access'
import {
  Refusal,
  badInput,
  insertRows,
  problem,
  uuidOf,
  type Db,
  type ProblemDetail,
} from '#platform'
import { TABLES, noteChange, type Columns } from '../change'
import { LocalizedTextInput, OnceInput, inputOf } from '../command-input'
import { lockDraft } from '../content-lock'
import { KpiKind } from '../enums'
import { hiddenProblems } from '../hidden-problems'
import { mergeText, restateTranslations } from '../merge-texts'
import { FrameworkNodeKind, parentOf, requireParent } from './node-kind'
import { FrameworkNodePayload } from './node.payload'
import { isCodeRetired } from './retired-code'
import { settle } from './siblings'
import { lengthProblems } from '../text-length'

const CODE = /^[A-Z][A-Z0-9]*([-_][A-Z0-9]+)*$/
const LAST = 1_000_000

@InputType('FrameworkNodeCreateInput', { description: 'A new part of a draft.' })
export class FrameworkNodeCreateInput extends OnceInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the framework version.' })
  readonly versionId!: string

  @Access(SECRETARIAT)
  @Field(() => FrameworkNodeKind, { description: 'Kind of the part.' })
  readonly kind!: FrameworkNodeKind

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the dimension of an outcome, or of the outcome of a KPI.',
  })
  readonly parentId?: string | null

  @Access(SECRETARIAT)
  @Field(() => Int, {
    nullable: true,
    description: 'Place among the parts beside it, from 1; the last when left out.',
  })
  readonly place?: number | null

  @Access(SECRETARIAT)
  @Field(() => String, {
    description: 'Code, unique in the version: capitals and digits, parted by hyphens.',
  })
  readonly code!: string

  @Access(SECRETARIAT)
  @Field(() => LocalizedTextInput, { description: 'Name; the label of a data element.' })
  readonly name!: LocalizedTextInput

  @Access(SECRETARIAT)
  @Field(() => LocalizedTextInput, {
    nullable: true,
    description: 'Definition. Only an instrument has none.',
  })
  readonly description?: LocalizedTextInput | null

  @Access(SECRETARIAT)
  @Field(() => KpiKind, { nullable: true, description: 'Kind of quantity of a KPI.' })
  readonly kpiKind?: keyof typeof KpiKind | null
}

const CreateArgs = inputOf(FrameworkNodeCreateInput)

@Resolver()
export class FrameworkNodeCreate {
  @Access(SECRETARIAT)
  @Mutation(() => FrameworkNodePayload, {
    description:
      'Adds a part to a draft, without a formula or figures of its own yet. A KPI added here is NEW and begins a series.',
  })
  frameworkNodeCreate(
    @Args(() => CreateArgs) { input }: { input: FrameworkNodeCreateInput },
    @Ctx() context: Context,
  ) {
    return context.command('frameworkNodeCreate', input, async (scope) => {
      const { db, viewer, newId, record } = scope
      const path = ['input', 'versionId']
      const versionId = uuidOf('FV', input.versionId)
      await lockDraft(db, viewer, versionId, path, 'ALONE')
      const { kind } = input
      const parent = await requireParent(db, kind, versionId!, input.parentId)
      const texts = textsOf(input)
      const problems = [
        ...textProblems(kind, texts),
        ...hiddenProblems(input),
        ...lengthProblems(input),
        ...(await codeProblems(db, versionId!, input)),
      ]
      if (problems.length > 0) throw new Refusal(problems)

      const row: Columns & { readonly id: string } = {
        id: newId(),
        versionId,
        code: input.code,
        sort: LAST,
        ...texts,
        translationStatus: restateTranslations({}, textsBefore(texts), texts),
        provenance: { status: 'CONSTRUCTED', fields: [], sources: [] },
        version: 1,
        ...(parent && { [parentOf(kind)!.column]: parent.id }),
        ...DEFAULTS[kind],
        ...(kind === 'KPI' && { kind: input.kpiKind ?? 'COUNT', seriesId: newId() }),
      }
      await insertRows(db, TABLES[kind], [row])
      const parentId = parent?.id ?? null
      const sort = await settle(
        db,
        row.id,
        { kind, versionId: versionId!, parentId },
        input.place ?? LAST,
      )
      const node = { kind, id: row.id, versionId: versionId!, code: input.code }
      const changeId = await noteChange(scope, node, 'CREATE', null, { ...row, sort })
      record({
        action: 'frameworkNodeCreate',
        objectType: 'FrameworkVersion',
        objectId: versionId!,
        administrationId: null,
        after: row,
        facts: { kind, code: input.code },
      })
      return { versionId: versionId!, changeId, code: input.code }
    })
  }
}

// What a part has before anybody has said more about it.
const DEFAULTS: Readonly<Record<FrameworkNodeKind, Columns>> = {
  DIMENSION: { weight: '1' },
  EXPECTED_OUTCOME: { weight: '1' },
  KPI: {
    relation: 'NEW',
    ancestorId: null,
    weight: '1',
    unit: 'count',
    decimals: 0,
    direction: 'NEUTRAL',
    rangeMin: null,
    rangeMax: null,
    isScored: false,
    normalisation: { method: 'NONE' },
    scale: null,
    formula: '',
    undefinedWhen: null,
    elements: [],
    subMeasures: [],
    samples: [],
    instruments: [],
    maxDisclosureLevel: 'PUBLIC',
  },
  DATA_ELEMENT: {
    valueType: 'COUNT',
    unit: 'count',
    nature: 'FLOW',
    origin: 'ENTERED',
    minValue: '0',
    maxValue: null,
    isInteger: true,
    scale: null,
  },
  INSTRUMENT: {},
}

type NodeTexts = Readonly<Record<string, ReturnType<typeof mergeText>>>

function textsOf({ kind, name, description }: FrameworkNodeCreateInput): NodeTexts {
  const named = mergeText(null, name)
  if (kind === 'INSTRUMENT') return { name: named }
  const described = mergeText(null, description)
  return kind === 'DATA_ELEMENT'
    ? { label: named, description: described }
    : { name: named, description: described }
}

const textsBefore = (texts: NodeTexts) =>
  Object.fromEntries(Object.keys(texts).map((text) => [text, null]))

const textProblems = (kind: FrameworkNodeKind, texts: NodeTexts): ProblemDetail[] =>
  Object.entries(texts)
    .filter(([, value]) => !value?.en)
    .map(([text]) =>
      badInput('TEXT_MISSING', 'The English text is missing.', [
        'input',
        text === 'label' ? 'name' : text,
        'en',
      ]),
    )

async function codeProblems(
  db: Db,
  versionId: string,
  { code }: FrameworkNodeCreateInput,
): Promise<ProblemDetail[]> {
  const path = ['input', 'code']
  if (code.length > 40 || !CODE.test(code)) {
    const message = 'A code has up to 40 capitals and digits, parted by hyphens.'
    return [badInput('BAD_CODE', message, path)]
  }
  if (await isCodeRetired(db, versionId, code)) {
    const message = `An earlier version retired the code ${code}: links and series would mean another part.`
    return [problem('CONFLICT', 'CODE_RETIRED', message, path)]
  }
  if (!(await isCodeTaken(db, versionId, code))) return []
  return [
    problem('CONFLICT', 'CODE_TAKEN', `Another part of the version has the code ${code}.`, path),
  ]
}

/** Whether any part of a version has a code: history and remarks name parts by it alone. */
export async function isCodeTaken(db: Db, versionId: string, code: string): Promise<boolean> {
  const having = (kind: FrameworkNodeKind) =>
    db
      .selectFrom(TABLES[kind] as 'kpi')
      .select('code')
      .where('versionId', '=', versionId)
      .where('code', '=', code)
  const row = await having('DIMENSION')
    .unionAll(having('EXPECTED_OUTCOME'))
    .unionAll(having('KPI'))
    .unionAll(having('DATA_ELEMENT'))
    .unionAll(having('INSTRUMENT'))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
