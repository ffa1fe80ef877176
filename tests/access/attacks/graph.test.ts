import { randomUUID } from 'node:crypto'
import { getNamedType, isEnumType, isInterfaceType, isListType, isUnionType, type GraphQLInputType, type GraphQLSchema } from 'graphql' // prettier-ignore
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { globalId } from '../../../server/src/platform'
import { mine, send } from '../../../server/src/assessment/asking.testing'
import { useWorld } from '../../setup/world.ts'
import { arrangeRareStates } from '../arrangement.ts'
import { ask, schemaOf } from '../ask.ts'
import { castOf, type Actor } from '../cast.ts'

// Attacks by what is asked, and how. Each is tried as every viewer who should fail.
const world = useWorld()

type Fields = Readonly<Record<string, any>> // oxlint-disable-line no-explicit-any

let schema: GraphQLSchema
let cast: readonly Actor[]
/** Assessments of the open cycle by the administration's code. */
let assessments: ReadonlyMap<string, string>

beforeAll(async () => {
  await world().asOwner(({ db }) => arrangeRareStates(db, world().clock.now()))
  cast = await castOf(world())
  schema = await schemaOf(world().server)
  const { rows } = await world().asOwner(({ db }) =>
    sql<{ code: string; id: string }>`select a.code, s.id from assessment s
      join administration a on a.id = s.administration_id join cycle c on c.id = s.cycle_id
      where c.code = 'C2024'`.execute(db),
  )
  assessments = new Map(rows.map(({ code, id }) => [code, globalId('AS', id)]))
})

const named = (name: string): Actor => cast.find((each) => each.name === name)!
const asked = (actor: Pick<Actor, 'headers'>, query: string, variables?: Record<string, unknown>) =>
  ask(world().server, actor, query, variables)
const dataOf = async (actor: Pick<Actor, 'headers'>, query: string): Promise<Fields> =>
  (await asked(actor, query)).data ?? {}

/** Every argument of every field, as `Type.field(argument)`. */
const argumentsOf = () =>
  Object.values(schema.getTypeMap())
    .filter((type) => 'getFields' in type && !type.name.startsWith('__'))
    .flatMap((type) =>
      Object.values((type as { getFields(): Record<string, unknown> }).getFields()).flatMap(
        (field) => {
          const { name, args } = field as { name: string; args?: readonly { name: string; type: GraphQLInputType }[] } // prettier-ignore
          return (args ?? []).map((argument) => ({
            at: `${type.name}.${name}(${argument.name})`,
            name: argument.name,
            type: argument.type,
          }))
        },
      ),
    )

const VALUES = 'state value score reasonCode reasonText publicNote subMeasures { value }'

describe('ids', () => {
  test('A2: own and foreign ones mixed: the foreign are gone, the own stay in their order', async () => {
    const [own, foreign] = [assessments.get('XAL')!, assessments.get('XOR')!]
    const document = `query ($own: ID!, $foreign: ID!, $none: ID!) {
      a: assessment(id: $foreign) { id working { id } } b: assessment(id: $own) { id }
      c: assessment(id: $none) { id working { id } } d: assessment(id: $own) { id status }
      e: assessment(id: $foreign) { contentAccess } }`
    const none = globalId('AS', randomUUID())
    for (const name of ['contributor of XAL', 'coordinator of XAL', 'approver of XAL', 'viewer of XAL']) {
      const { status, data, errors } = await asked(named(name), document, { own, foreign, none })

      expect([status, errors]).toEqual([200, []])
      expect(data).toMatchObject({ a: null, b: { id: own }, c: null, d: { id: own }, e: null })
      expect(Object.keys(data!)).toEqual(['a', 'b', 'c', 'd', 'e'])
    }
  }) // prettier-ignore

  test('A2: no question takes a list of them', () => {
    const lists = argumentsOf().filter(
      ({ type }) => isListType(type) && getNamedType(type).name === 'ID',
    )

    expect(argumentsOf().length).toBeGreaterThan(50)
    expect(lists.map(({ at }) => at)).toEqual([])
  })
})

describe('hidden fields', () => {
  const HIDDEN = 'internalNote internalNoteVersion levelChosen lookedAt updatedAt version'
  const document = (copy: string) => `query ($id: ID!) {
    assessment(id: $id) { ...Head ... { ${copy} { responses { ...Outer ... on KpiResponse { ${HIDDEN} } } } } } }
    fragment Head on Assessment { ... on Assessment { working { id } startedAt sentBackReason openKpiCodes } }
    fragment Outer on KpiResponse { ...Inner }
    fragment Inner on KpiResponse { ... on KpiResponse { again: internalNote once: levelChosen } }`

  test('A5: asked for by fragments inside fragments: null', async () => {
    const owner = await asked(named('coordinator of XAL'), document('working'), { id: assessments.get('XAL') }) // prettier-ignore
    const own = (owner.data as Fields)['assessment']
    expect(own.working.responses.some(({ once }: Fields) => once !== null)).toBe(true)

    const outsiders = ['officer', 'reviewer assigned', 'lead reviewer assigned', 'reviewer of two reviews'] // prettier-ignore
    let shown = 0
    for (const name of outsiders) {
      const actor = named(name)
      const ids = actor.reviews.map(({ assessmentId }) => globalId('AS', assessmentId))
      for (const id of actor.hat === 'O' ? assessments.values() : ids) {
        const { data, errors } = await asked(actor, document('submitted'), { id })
        expect(errors).toEqual([])
        const found = (data as Fields)['assessment'] as Fields | null
        if (!found) continue
        const { working, startedAt, sentBackReason, openKpiCodes, submitted } = found
        expect([working, startedAt, sentBackReason, openKpiCodes]).toEqual([null, null, null, null])
        for (const response of submitted?.responses ?? []) {
          shown += 1
          expect(Object.values(response).filter((value) => value !== null)).toEqual([])
        }
      }
    }
    expect(shown).toBeGreaterThan(50)
  })

  test('A5: no interface or union leads round a rule', () => {
    const abstract = Object.values(schema.getTypeMap()).filter(
      (type) => isInterfaceType(type) || isUnionType(type),
    )

    expect(abstract).toEqual([])
  })

  test('A6: computed from a withheld answer: null, like all it stands on', async () => {
    let withheld = 0
    let scored = 0
    for (const actor of cast) {
      for (const code of ['C2020-R1', 'C2022-R1']) {
        const { release } = await dataOf(actor, `{ release(code: "${code}") { results(kpi: "TF-01-1", first: 100) {
          nodes { access verification ${VALUES} checks { code } trace { methodCode } history { id } } } } }`) // prettier-ignore
        for (const { access, subMeasures, ...rest } of release?.results.nodes ?? []) {
          if (access === 'VISIBLE') {
            scored += rest.score === null ? 0 : 1
            continue
          }
          withheld += 1
          expect(subMeasures).toEqual([])
          expect(Object.entries(rest).filter(([, value]) => value !== null)).toEqual([])
        }
      }
    }
    expect([withheld > 100, scored > 100]).toEqual([true, true])
  })

  test('A54: reached by old versions and histories: the same rules', async () => {
    const document = `query ($id: ID!, $element: String!) { assessment(id: $id) {
      valueHistory(element: $element, year: 2024) { nodes { value } } working { id }
      submissions { copy response(kpi: "TF-01-1") { internalNote levelChosen history { internalNote levelChosen version } } } } }`
    const variables = { id: assessments.get('XOR')!, element: 'DECL_ELECTRONIC' }
    const owner = await asked(named('coordinator of XOR'), document, variables)
    expect(owner.errors).toEqual([])
    expect((owner.data as Fields)['assessment'].valueHistory.nodes.length).toBeGreaterThan(0)

    for (const actor of cast.filter(({ administration, hat }) => administration !== 'XOR' || 'RL'.includes(hat))) {
      const found = ((await asked(actor, document, variables)).data as Fields | null)?.['assessment']
      if (!found) continue
      expect(['O', 'R', 'L']).toContain(actor.hat)
      expect([found.valueHistory, found.working]).toEqual([null, null])
      for (const { copy, response } of found.submissions) {
        expect(copy).toBe('SUBMITTED')
        for (const each of [response, ...response.history]) {
          expect([each.internalNote, each.levelChosen]).toEqual([null, null])
        }
      }
    }
  }) // prettier-ignore
})

describe('ways to ask about many', () => {
  // What picks rows, kept by hand: each names what every reader of the list may read of each of its rows.
  const PICKING = [
    'accessLogEntries(administration cycle from hat kind until)', 'administrations(region search)', 'apiClients(status)',
    'assessments(cycle)', 'auditEntries(action actor administration from object outcome until)', 'benchmarks(kpi)',
    'changeProposals(isMine kind node orderBy principle search status version)',
    'entries(section state)', 'frameworkSearch(version words)', 'frameworkTerms(search state)', 'history(node)',
    'invitations(administration waitingOnly)', 'notifications(isUnread)', 'people(administration role search status workspace)',
    'progress(isExtended isOverdue isReopenRequested orderBy region search stage stages)', 'releases(cycleId)', 'results(administration kpi)',
    'reviews(status)', 'translations(kind search states units)', 'valueHistory(element year)',
  ] // prettier-ignore

  test('A7: by a hidden value: there is no such filter', async () => {
    const lists = new Map<string, Set<string>>()
    for (const { at } of argumentsOf()) {
      const [, list, argument] = /\.(\w+)\((\w+)\)$/.exec(at)!
      if (!argumentsOf().some((each) => each.at === at.replace(/\(\w+\)$/, '(first)')) && list !== 'benchmarks') continue
      if (['after', 'first'].includes(argument!)) continue
      lists.set(list!, (lists.get(list!) ?? new Set()).add(argument!))
    }
    const picking = [...lists].map(([list, names]) => `${list}(${[...names].toSorted().join(' ')})`)
    expect(picking.toSorted()).toEqual(PICKING)

    for (const actor of cast) {
      for (const filter of ['value: "90"', 'valueAbove: "90"', 'score: "90"', 'where: { value: { gt: "90" } }', 'disclosureLevel: NATIONAL']) {
        const { status, data, errors } = await asked(actor, `{ release { results(kpi: "TF-01-1", ${filter}) { totalCount } } }`)
        expect([status, data, errors[0]?.extensions['code']]).toEqual([400, null, 'BAD_INPUT'])
      }
    }
  }) // prettier-ignore

  test('A8: in the order of a hidden field: there is no such order', async () => {
    const orders = argumentsOf().filter(({ name }) => /order|sort/i.test(name))
    expect(orders.map(({ at }) => at).toSorted()).toEqual([
      'Cycle.progress(orderBy)',
      'Query.changeProposals(orderBy)',
    ])
    const order = getNamedType(orders.find(({ at }) => at.startsWith('Cycle'))!.type)
    expect(isEnumType(order) && order.getValues().map(({ name }) => name).toSorted()).toEqual(['ADMINISTRATION', 'FIGURES', 'KPIS', 'LAST_ACTIVITY', 'STAGE']) // prettier-ignore

    for (const actor of cast) {
      for (const list of ['administrations', 'assessments', 'people', 'reviews', 'releases']) {
        const { status, errors } = await asked(actor, `{ ${list}(orderBy: "value", first: 5) { totalCount } }`) // prettier-ignore
        expect([status, errors[0]?.extensions['code']]).toEqual([400, 'BAD_INPUT'])
      }
      if ('EODB'.includes(actor.hat)) continue
      const { data } = await asked(actor, '{ cycle(code: "C2024") { progress(orderBy: FIGURES, first: 5) { nodes { administration { code } } } } }') // prettier-ignore
      expect((data as Fields | null)?.['cycle']?.progress ?? null).toBeNull()
    }
  })
})

describe('group figures', () => {
  const CELLS = `nodes { code benchmarks { id kpi { code } peerGroup { code } access n nBand mean exactN rule } }`

  test('A12: of a group one puts together: there is no such argument', async () => {
    const taken = argumentsOf().filter(({ at }) => at.startsWith('Release.benchmarks('))
    expect(taken.map(({ name }) => name)).toEqual(['kpi'])

    for (const actor of cast) {
      for (const group of ['administrations: ["XAL", "XOR"]', 'peerGroup: "ALL"', 'group: { region: "EUR" }', 'without: "XAL"', 'year: 2022']) {
        const { status, data, errors } = await asked(actor, `{ release { benchmarks(${group}) { mean } } }`)
        expect([status, data, errors[0]?.extensions['code']]).toEqual([400, null, 'BAD_INPUT'])
      }
    }
  }) // prettier-ignore

  test('A13: too few behind them: suppressed, and no near twin tells more', async () => {
    let suppressed = 0
    let visible = 0
    for (const actor of cast) {
      const { releases } = await dataOf(actor, `{ releases(first: 50) { ${CELLS} } }`)
      for (const { code, benchmarks } of releases.nodes) {
        const seen = new Set<string>()
        for (const { id, kpi, peerGroup, access, n, nBand, mean, exactN, rule } of benchmarks) {
          const at = `${code} ${kpi.code} ${peerGroup.code}`
          // The same group of the same KPI stands once in what one viewer reads.
          expect(seen.has(at), `${at} ${id}`).toBe(false)
          seen.add(at)
          const isStaff = 'EOD'.includes(actor.hat)
          if (!isStaff) expect([exactN, rule]).toEqual([null, null])
          if (access === 'VISIBLE') {
            visible += 1
            expect(mean).not.toBeNull()
            expect(n === null ? ['5-9', '10-19'] : ['20+']).toContain(nBand)
            if (n !== null) expect(n).toBeGreaterThanOrEqual(20)
          } else {
            suppressed += 1
            expect([n, nBand, mean]).toEqual([null, null, null])
          }
        }
      }
    }
    expect([suppressed > 0, visible > 100]).toEqual([true, true])
  })

  test('A14: before and after one more submission: the same to the byte', async () => {
    const figures = async () =>
      Promise.all(
        cast.map(async (actor) => {
          const { data } = await asked(actor, `{ releases(first: 50) { ${CELLS} } }`)
          return JSON.stringify(data)
        }),
      )
    const before = await figures()
    const approver = await world().as('APPROVER', 'XNO')
    const { id, version } = await mine(approver)

    const { problems, assessment } = await send(approver, 'assessmentSubmit', {
      assessmentId: id,
      expectedVersion: version,
    })

    expect([problems, assessment.status]).toEqual([[], 'SUBMITTED'])
    expect(before[0]!.length).toBeGreaterThan(10_000)
    expect(await figures()).toEqual(before)
  })
})
