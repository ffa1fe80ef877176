import {
  getNamedType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql'
import { sql } from 'kysely'
import { globalId, type Db } from '../../server/src/platform'
import { BATCHES, invitationToken } from './arrangement.ts'
import { expectations } from './expectations.ts'
import { argumentsText, selectionOf, type QuestionRules } from './questions.ts'

/** One document, asked as everybody. */
export interface Question {
  readonly name: string
  readonly root: string
  readonly document: string
  /** The object it looks up, where it looks up one. */
  readonly id?: string
  /** Whether it asks for the same of everybody with the same hat. */
  readonly isAlike: boolean
}

/** Root fields about the catalogue and closed lists, where the hat alone decides. */
const ALIKE = new Set(['frameworkVersion', 'frameworkVersions', 'kpi', 'formulaCheck', 'formulaPreview', 'frameworkDifference', 'scoringCheck',
  'validationRuleCheck', 'regions',
  'disclosureLevels', 'serviceInfo', 'demonstrationPeople', 'administrations']) // prettier-ignore

/** Which objects a root field is asked about. */
export interface About {
  readonly name: string
  readonly args: Readonly<Record<string, string>>
  readonly id?: string
}

/** Every root field of the schema, about each object in each state. */
export async function questionsOf(
  schema: GraphQLSchema,
  db: Db,
  { pageSize } = { pageSize: 100 },
): Promise<readonly Question[]> {
  const abouts = await aboutsOf(db)
  const roots = Object.values(schema.getQueryType()!.getFields())
  const entries = new Set(
    roots.filter(({ args }) => args.some(isRequired)).map(({ type }) => getNamedType(type).name),
  )
  const parts = new Set(
    expectations('types.csv', ['type', 'rows'])
      .filter(({ rows }) => rows === 'parent' || rows === 'public')
      .map(({ type }) => type),
  )
  return roots.flatMap((field) => {
    const given =
      abouts.get(field.name) ??
      (field.args.some(isRequired) ? [] : [{ name: field.name, args: {} }])
    if (given.length === 0)
      throw new Error(`No question asks Query.${field.name}: add it to question-list.ts.`)
    return given.map((about) =>
      questionAbout(field, about, pageSize, { schema, entries, parts, answers: answerOf }),
    )
  })
}

const isRequired = ({ type, defaultValue }: GraphQLArgument) =>
  isNonNullType(type) && defaultValue === undefined

function questionAbout(
  field: GraphQLField<unknown, unknown>,
  about: About,
  pageSize: number,
  rules: QuestionRules,
): Question {
  const args = argumentsText('Query', field, {
    ...rules,
    answers: (at, argument) =>
      about.args[argument.name] ??
      (argument.name === 'first' ? String(pageSize) : rules.answers(at, argument)),
  })
  const type = getNamedType(field.type)
  // What a question of its own asks in full, a list asks in short.
  const isList =
    rules.entries.has(type.name) && about.id === undefined && !field.args.some(isRequired)
  const selection = selectionOf(
    type,
    { ...rules, entries: without(rules.entries, type.name) },
    isList ? 2 : 3,
  )
  return {
    name: about.name,
    root: field.name,
    isAlike: ALIKE.has(field.name),
    document: `{ ${field.name}${args ?? ''}${selection ? ` { ${selection} }` : ''} }`,
    ...(about.id === undefined ? {} : { id: about.id }),
  }
}

const without = (all: ReadonlySet<string>, one: string): ReadonlySet<string> =>
  new Set([...all].filter((each) => each !== one))

const VERSION = '"PMM-V1-DEMO"'
/** The data element whose history is asked for. */
export const ELEMENT = 'DECL_ELECTRONIC'

/** Values for arguments that stand inside other objects. */
export const answerOf = (at: string, { name, type }: GraphQLArgument): string | undefined => {
  if (!isNonNullType(type)) return undefined
  if (name === 'version') return VERSION
  if (at.startsWith('Assessment.figureBatch(')) return `"${globalId('FB', BATCHES.XAL)}"`
  if (/kpi/i.test(name)) return '"TF-01-1"'
  if (/element/i.test(name)) return `"${ELEMENT}"`
  if (name === 'year') return '2024'
  if (at.startsWith('KpiSeries.answers')) return '"XAL"'
  return undefined
}

/** What each root field with a required argument is asked about. */
export async function aboutsOf(db: Db): Promise<ReadonlyMap<string, readonly About[]>> {
  const read = async (statement: string) =>
    (await sql<{ id: string; name: string }>`${sql.raw(statement)}`.execute(db)).rows
  const byId = (tag: string, rows: readonly { id: string; name: string }[]): readonly About[] =>
    rows.map(({ id, name }) => ({
      name,
      args: { id: `"${globalId(tag, id)}"` },
      id: globalId(tag, id),
    }))

  const assessments = byId(
    'AS',
    await read(`select s.id, a.code || ' ' || c.code || ' ' || s.status as name from assessment s
      join administration a on a.id = s.administration_id join cycle c on c.id = s.cycle_id
      where (c.code = 'C2024' and a.code in ('XAL', 'XNO', 'XSO', 'XPE', 'XOR', 'XYL', 'XVA', 'XTE'))
        or (c.code = 'C2022' and a.code = 'XAL') order by 2`),
  )
  const reviews = byId(
    'RV',
    await read(`select r.id, 'review of ' || a.code || ' ' || r.status as name from review r
      join administration a on a.id = r.administration_id order by 2`),
  )
  const logged =
    await read(`select e.chain || ' ' || e.seq as id, e.action || ' in the log of ' || coalesce(a.code, 'the secretariat') as name
    from audit_entry e left join administration a on a.id = e.administration_id where e.request_id = 'arranged' order by 2`)
  const versions = await read(`select id, code as name from framework_version order by 2`)
  const releases = await read(`select id, code as name from release order by 2`)
  const imports = byId(
    'IM',
    await read(`select id, 'import ' || status as name from framework_import order by 2`),
  )
  const proposals = await read(
    `select distinct on (status) id, code as name from change_proposal order by status, number`,
  )
  const clients = byId('AC', await read(`select id, name from api_client order by 2`))
  const people = byId(
    'PE',
    await read(`select p.id, p.name from person p join person_role r on r.person_id = p.id
      join administration a on a.id = r.administration_id where a.code in ('XAL', 'XOR') or p.name = 'Ines Calder' order by 2`),
  )
  const byCode = (rows: readonly { id: string; name: string }[], tag: string): readonly About[] =>
    rows.map(({ id, name }) => ({ name, args: { code: `"${name}"` }, id: globalId(tag, id) }))
  return new Map<string, readonly About[]>([
    ['assessment', assessments],
    ['review', reviews],
    ['frameworkVersion', byCode(versions, 'FV')],
    ['frameworkDifference', versions.map(({ name }) => ({ name: `difference to ${name}`, args: { from: VERSION, to: `"${name}"` } }))],
    ['release', byCode(releases, 'RL')],
    ['changeProposal', byCode(proposals, 'CP')],
    ['kpi', versions.map(({ name }) => ({ name: `KPI of ${name}`, args: { version: `"${name}"`, code: '"TF-01-1"' } }))],
    ['kpiSeries', versions.map(({ name }) => ({ name: `series of ${name}`, args: { version: `"${name}"`, code: '"TF-01-1"' } }))],
    ['frameworkImport', imports],
    ['frameworkSearch', [{ name: 'search of the framework', args: { version: VERSION, words: '"declarations"', first: '20' } }]],
    ['myAssessment', [{ name: 'my assessment', args: { cycle: '"C2024"' } }]],
    ['auditEntry', logged.map(({ id, name }) => ({ name, args: { chain: `"${id.split(' ')[0]}"`, seq: id.split(' ')[1]! } }))],
    ['formulaCheck', [
      ...['A', 'A +'].map((formula) => ({ name: `formula ${formula}`, args: { input: formulaInput(formula, VERSION) } })),
      { name: 'formula beside the published one', args: { input: formulaInput('A', '"TEST-DRAFT"') } },
    ]],
    ['formulaPreview', PREVIEWED.map((input) => ({ name: `preview of ${input}`, args: { input: `{ version: ${VERSION}, ${input} }` } }))],
    ['scoringCheck', ['LINEAR, floor: "0", goal: "100"', 'NONE'].map((method) => ({ name: `scoring ${method}`, args: { input: scoringInput(method) } }))],
    ['validationRuleCheck', ['1', '3'].map((part) => ({ name: `rule on ${part} of 2`, args: { input: ruleInput(part) } }))],
    ['cycle', [{ name: 'cycle', args: { code: '"C2024"' } }]],
    ['person', people],
    ['apiClient', clients],
    ['invitationOffer', [{ name: 'invitation of XAL', args: { token: `"${invitationToken()}"` } }]],
    ['administration', ['XAL', 'XOR'].map((code) => ({ name: code, args: { code: `"${code}"` } }))],
    ['reviewerCandidates', reviews.map(({ name, args }) => ({ name: `candidates of ${name}`, args: { reviewId: args['id']! } }))],
  ]) // prettier-ignore
}

const formulaInput = (formula: string, version: string) =>
  `{ version: ${version}, kpi: "TF-01-1", direction: HIGHER, normalisation: { method: LINEAR, floor: "0", goal: "2" }, formula: "${formula}", elements: [{ symbol: "A", element: "${ELEMENT}", period: T, role: VALUE }],
    samples: [{ name: "one", values: [{ symbol: "A", value: "1" }] }] }`

const bound = (element: string) =>
  `elements: [{ symbol: "A", element: "${element}", period: T, role: VALUE }, { symbol: "B", element: "DECL_ALL", period: T, role: VALUE }]`

/** A formula as saved, one over figures nobody opens, and some over figures that a released answer shows. */
const PREVIEWED = [
  'kpi: "TF-01-1"',
  'kpi: "TF-05-2"',
  `kpi: "TF-01-1", formula: "A", ${bound(ELEMENT)}`,
  `kpi: "TF-01-1", formula: "A/B", ${bound(ELEMENT)}`,
  `kpi: "TF-01-1", formula: "A*0+min(A, B)", ${bound(ELEMENT)}`,
  `kpi: "TF-01-1", formula: "A", ${bound('RULING_LEVEL')}`,
  'kpi: "TF-01-1", formula: "A +"',
]

const scoringInput = (method: string) =>
  `{ version: ${VERSION}, kpi: "TF-01-1", weight: "1", direction: ${method === 'NONE' ? 'NEUTRAL' : 'HIGHER'}, normalisation: { method: ${method} } }`

const ruleInput = (part: string) =>
  `{ version: ${VERSION}, rule: { code: "PART_LE_WHOLE", type: PART_OF_WHOLE, level: BLOCK, kpiCodes: ["TF-01-1"],
      part: "${ELEMENT}", whole: "DECL_ALL" },
    samples: [{ figures: [{ element: "${ELEMENT}", period: T, value: "${part}" }, { element: "DECL_ALL", period: T, value: "2" }] }] }`
