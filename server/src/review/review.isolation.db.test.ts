import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { globalId } from '#platform'
import { useWorld } from '../../../tests/setup/world'
import type { Caller } from '../../../tests/setup/world'
import { refused, reviewSeenBy, reviewsSeenBy, run, type Tree } from './review-desk.fixture'

const world = useWorld()
const NOTHING = '00000000-0000-7000-8000-000000000000'

interface Row {
  readonly id: string
  readonly code: string
  readonly status: string
  readonly findingId: string | null
}

const rows = new Map<string, Row>()
const reviewOf = (code: string) => globalId('RV', rows.get(code)!.id)

beforeAll(async () => {
  const found = await world().asOwner(({ db }) =>
    sql<Row>`select r.id, a.code, r.status, (select f.id from finding f where f.review_id = r.id order by f.status desc, f.id limit 1) as finding_id
      from review r join administration a on a.id = r.administration_id join assessment s on s.id = r.assessment_id
      join cycle c on c.id = s.cycle_id order by c.reporting_year`.execute(db),
  )
  for (const row of found.rows) rows.set(row.code, row)
})

const everything = () =>
  world().asOwner(async ({ db }) => {
    const { rows: state } =
      await sql`select (select jsonb_agg(r order by id) from review r) as reviews,
      (select jsonb_agg(m order by id) from review_member m) as members, (select jsonb_agg(s order by id) from review_score s) as scores,
      (select jsonb_agg(n order by id) from review_note n) as notes, (select jsonb_agg(c order by review_id, kpi_code) from review_consensus c) as consensus,
      (select jsonb_agg(f order by id) from finding f) as findings, (select jsonb_agg(p order by finding_id) from finding_response p) as responses,
      (select jsonb_agg(q order by finding_id) from finding_resolution q) as resolutions`.execute(
        db,
      )
    return state
  })

/** Every mutation of the noun, aimed at one review and one of its findings. */
const attempts = (
  reviewId: string,
  findingId: string,
): readonly (readonly [string, Record<string, unknown>])[] => {
  const step = { reviewId, expectedVersion: 1 }
  const content = { kind: 'GAP', severity: 'MINOR', text: 'Text' }
  return [
    ['reviewRequestConfirm', step],
    ['reviewAccept', { ...step, team: [] }],
    ['reviewDecline', { ...step, reason: 'No' }],
    [
      'reviewTeamReplace',
      { ...step, memberId: globalId('RM', NOTHING), personId: globalId('PE', NOTHING) },
    ],
    ['reviewWithdraw', step],
    ['conflictDeclare', { reviewId, declaration: 'CONFLICT', text: 'Yes' }],
    ['reviewStart', step],
    [
      'reviewScoreSave',
      {
        reviewId,
        kpiCode: 'TF-01-1',
        judgement: 'AGREE',
        confidence: 'HIGH',
        send: true,
        expectedVersion: 0,
      },
    ],
    [
      'reviewConsensusSave',
      { reviewId, kpiCode: 'TF-01-1', judgement: 'AGREE', note: 'Yes', expectedVersion: 0 },
    ],
    ['reviewNoteSave', { reviewId, kpiCode: 'TF-01-1', body: 'Note', expectedVersion: 0 }],
    ['findingSave', { reviewId, kpiCode: 'TF-01-1', ...content, expectedVersion: 0 }],
    ['findingSend', { findingId, expectedVersion: 1 }],
    ['findingDelete', { findingId, expectedVersion: 1 }],
    ['findingCorrect', { findingId, ...content }],
    ['reviewShare', { ...step, responseDueAt: '2030-01-01T00:00:00Z' }],
    ['findingRespond', { findingId, decision: 'ACCEPTED', text: 'Yes', expectedVersion: 0 }],
    ['reviewRespond', step],
    ['findingResolve', { findingId, outcome: 'DROPPED', text: 'No', expectedVersion: 0 }],
    [
      'reviewAmend',
      { ...step, responseDueAt: '2030-01-01T00:00:00Z', corrections: [{ findingId, ...content }] },
    ],
    ['reviewConcludePropose', { ...step, conclusion: 'Done' }],
    ['reviewConclude', step],
  ]
}

// Which hats may try a mutation at all; others are refused at the door for everything.
const OF_MEMBERS = ['reviewRequestConfirm', 'reviewWithdraw', 'findingRespond', 'reviewRespond']
const OF_OFFICERS = ['reviewAccept', 'reviewDecline', 'reviewTeamReplace', 'reviewConclude']

describe('R1: not assigned equals not there', () => {
  test('A15: a reviewer lists, counts and finds assigned and declared reviews only', async () => {
    const awa = await world().person('Awa Diorko', 'REVIEWER')
    const { totalCount, nodes } = await reviewsSeenBy(awa)

    expect(nodes.map(({ administration }: Tree) => administration.code)).toEqual(['XOR'])
    expect(totalCount).toBe(1)
    expect(await reviewSeenBy(awa, reviewOf('XYL'))).toBeNull()
    expect(await reviewSeenBy(awa, globalId('RV', NOTHING))).toBeNull()
    expect(await reviewSeenBy(awa, globalId('FI', rows.get('XOR')!.id))).toBeNull()
  })

  test('an administration sees its own reviews only', async () => {
    const orlenia = await world().as('COORDINATOR', 'XOR')
    const { totalCount, nodes } = await reviewsSeenBy(orlenia)

    expect(new Set(nodes.map(({ administration }: Tree) => administration.code))).toEqual(
      new Set(['XOR']),
    )
    expect(totalCount).toBe(nodes.length)
    expect(await reviewSeenBy(orlenia, reviewOf('XYL'))).toBeNull()
  })

  test.each(['METHODOLOGY_EDITOR', 'ADMINISTRATOR', 'PMMPT_OBSERVER'])(
    '%s sees none',
    async (role) => {
      const caller = await world().as(role)

      expect((await reviewsSeenBy(caller)).totalCount).toBe(0)
      expect(await reviewSeenBy(caller, reviewOf('XOR'))).toBeNull()
    },
  )

  test('nobody signed in sees none', async () => {
    const { data, errors } = await world().nobody().query('{ reviews { totalCount } }')

    expect(data?.reviews ?? null).toBeNull()
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })
})

describe('before the review is shared', () => {
  test.each([
    ['the coordinator', 'COORDINATOR', 'XOR'],
    ['the officer', 'CYCLE_OFFICER', undefined],
  ] as const)('%s sees no judgement, finding or note', async (_who, role, code) => {
    const caller = await world().as(role, code)
    const seen = await reviewSeenBy(
      caller,
      reviewOf('XOR'),
      'scores { id } consensus { kpiCode } findings { id } workingNotes { id } team { judgedCount }',
    )

    expect(seen).toMatchObject({ scores: [], consensus: [], findings: [], workingNotes: null })
    for (const { judgedCount } of seen.team) expect(judgedCount).toBeNull()
  })

  test('A18: drafts of findings are their author’s alone', async () => {
    const tomas = await world().person('Tomas Verrel', 'LEAD_REVIEWER')
    const { findings } = await reviewSeenBy(
      tomas,
      reviewOf('XOR'),
      'findings { status isOwn text }',
    )

    for (const finding of findings) expect(finding.isOwn || finding.status === 'SENT').toBe(true)
  })

  test('a contributor of the administration never sees judgements', async () => {
    const contributor = await world().as('CONTRIBUTOR', 'XYL')
    const seen = await reviewSeenBy(
      contributor,
      reviewOf('XYL'),
      'scores { id value } findings { id text }',
    )

    expect(seen).toMatchObject({ scores: [], findings: [] })
  })
})

describe('foreign ids', () => {
  const strangers: readonly (readonly [
    string,
    () => Promise<Caller>,
    (mutation: string) => boolean,
  ])[] = [
    [
      'a coordinator elsewhere',
      () => world().as('COORDINATOR', 'XVA'),
      (each) => OF_MEMBERS.includes(each),
    ],
    [
      'an approver elsewhere',
      () => world().as('APPROVER', 'XVA'),
      (each) => OF_MEMBERS.includes(each),
    ],
    [
      'a reviewer not assigned',
      () => world().person('Lucia Ferran', 'REVIEWER'),
      (each) => ![...OF_MEMBERS, ...OF_OFFICERS].includes(each),
    ],
    [
      'a lead of other reviews',
      () => world().person('Karim Benzar', 'LEAD_REVIEWER'),
      (each) => ![...OF_MEMBERS, ...OF_OFFICERS].includes(each),
    ],
  ]

  test.each(strangers)(
    'are gone for %s, in each mutation, and nothing changes',
    async (_who, find, tries) => {
      const caller = await find()
      const before = await everything()
      const findingId = globalId('FI', rows.get('XOR')!.findingId!)
      const random = new Map(attempts(globalId('RV', NOTHING), globalId('FI', NOTHING)))

      for (const [mutation, input] of attempts(reviewOf('XOR'), findingId)) {
        if (!tries(mutation)) continue
        const foreign = await run(caller, mutation, input)
        expect(
          foreign.problems.map(({ code }: Tree) => code),
          mutation,
        ).toEqual(['NOT_FOUND'])
        expect(foreign, mutation).toEqual(await run(caller, mutation, random.get(mutation)!))
      }
      expect(await everything()).toEqual(before)
    },
  )

  test('an observer or editor cannot do what the officer does', async () => {
    const before = await everything()
    for (const role of ['METHODOLOGY_EDITOR', 'PMMPT_OBSERVER', 'ADMINISTRATOR']) {
      const caller = await world().as(role)
      for (const [mutation, input] of attempts(reviewOf('XVA'), globalId('FI', NOTHING))) {
        if (!OF_OFFICERS.includes(mutation)) continue
        expect(await refused(caller, mutation, input), `${role} ${mutation}`).toEqual(['NOT_FOUND'])
      }
    }
    expect(await everything()).toEqual(before)
  })

  test('A23: a finding of another review cannot be saved under the own one', async () => {
    const ilse = await world().person('Ilse Marten', 'REVIEWER')
    const before = await everything()
    const foreign = globalId('FI', rows.get('XYL')!.findingId!)
    const input = {
      reviewId: reviewOf('XOR'),
      findingId: foreign,
      kpiCode: 'TF-01-1',
      kind: 'GAP',
      severity: 'MINOR',
      text: 'Text',
      expectedVersion: 1,
    }

    expect(await refused(ilse, 'findingSave', input)).toEqual(['NOT_FOUND'])
    expect(await everything()).toEqual(before)
  })
})

describe('the walls in the database', () => {
  const identity = (settings: Record<string, string>) => ({ role: 'pmm_app' as const, settings })

  test('A15: a reviewer without assignment reads no row of a review, whatever the server asks', async () => {
    const counts = await world().database.read(
      identity({ hat: 'R', person: NOTHING, administration: NOTHING }),
      async (db) => {
        const tables = [
          'review',
          'reviewMember',
          'reviewScore',
          'reviewNote',
          'reviewConsensus',
          'finding',
          'findingResponse',
          'findingResolution',
        ] as const
        return Promise.all(
          tables.map(async (table) => (await db.selectFrom(table).selectAll().execute()).length),
        )
      },
    )

    expect(counts).toEqual(counts.map(() => 0))
  })

  test('A17: a sent judgement is not changed by anybody', async () => {
    const { rows: sent } = await world().asOwner(({ db }) =>
      sql<{
        id: string
        authorId: string
        reviewId: string
      }>`select id, author_id, review_id from review_score where status = 'SENT' limit 1`.execute(
        db,
      ),
    )
    const [score] = sent
    const settings = {
      hat: 'L',
      person: score!.authorId,
      reviews: `{${score!.reviewId}}`,
      leads: `{${score!.reviewId}}`,
    }

    await world().database.write(identity(settings), async ({ db }) => {
      const { numUpdatedRows } = await db
        .updateTable('reviewScore')
        .set({ value: '1' })
        .where('id', '=', score!.id)
        .executeTakeFirst()
      const { numDeletedRows } = await db
        .deleteFrom('reviewScore')
        .where('id', '=', score!.id)
        .executeTakeFirst()
      expect([numUpdatedRows, numDeletedRows]).toEqual([0n, 0n])
    })
  })

  test('A17: a concluded review is not changed by its officer', async () => {
    const concluded = rows.get('XKE')!

    await world().database.write(identity({ hat: 'O', person: NOTHING }), async ({ db }) => {
      const { numUpdatedRows } = await db
        .updateTable('review')
        .set({ conclusion: 'Else' })
        .where('id', '=', concluded.id)
        .executeTakeFirst()
      expect(numUpdatedRows).toBe(0n)
    })
  })
})
