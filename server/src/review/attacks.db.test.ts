import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../tests/setup/world'
import { globalId } from '#platform'
import { refused, reviewSeenBy, reviewsSeenBy, type Tree } from './review-desk.fixture'

const world = useWorld()
let officer: Caller
let id: string
let version: number

// Valdena's request waits; one of its own officials is an accredited lead reviewer too.
beforeAll(async () => {
  await world().asOwner(async ({ db }) => {
    await sql`insert into person_role (id, person_id, role, administration_id, granted_at)
      select gen_random_uuid(), p.id, 'LEAD_REVIEWER', a.id, now() from person p, administration a
      where p.name = 'Cyril Dumaine' and a.code = 'XVA'`.execute(db)
    await sql`update person_account set accreditation = 'ACCREDITED'
      where person_id = (select id from person where name = 'Cyril Dumaine')`.execute(db)
  })
  officer = await world().as('CYCLE_OFFICER')
  const { nodes } = await reviewsSeenBy(officer)
  const waiting = nodes.find(({ status }: Tree) => status === 'REQUESTED')
  ;[id, version] = [waiting.id, waiting.version]
})

const personId = async (name: string): Promise<string> => {
  const { rows } = await world().asOwner(({ db }) =>
    sql<{ id: string }>`select id from person where name = ${name}`.execute(db),
  )
  return globalId('PE', rows[0]!.id)
}
const teamOf = async (...names: string[]) =>
  Promise.all(
    names.map(async (name, index) => ({ personId: await personId(name), isLead: index === 0 })),
  )
const stored = async () =>
  world().asOwner(async ({ db }) => ({
    members: (await sql`select * from review_member order by id`.execute(db)).rows,
    reviews: (await sql`select * from review order by id`.execute(db)).rows,
  }))
const accepts = (team: readonly Tree[]) =>
  refused(officer, 'reviewAccept', { reviewId: id, expectedVersion: version, team })

test('A19: nobody reviews their own administration, however they are accredited', async () => {
  const before = await stored()
  const { data } = await officer.query<Tree>(
    `query ($id: ID!) { reviewerCandidates(reviewId: $id) { person { name } conflicts mayReview mayLead } }`,
    { id },
  )

  expect(
    data.reviewerCandidates.find(({ person }: Tree) => person.name === 'Cyril Dumaine'),
  ).toMatchObject({ conflicts: ['OWN_ADMINISTRATION'], mayReview: false, mayLead: false })
  expect(await accepts(await teamOf('Cyril Dumaine', 'Pita Rahui'))).toEqual([
    'CONFLICT_OWN_ADMINISTRATION',
  ])
  expect(await accepts(await teamOf('Noemi Castera', 'Cyril Dumaine'))).toEqual([
    'CONFLICT_OWN_ADMINISTRATION',
  ])
  expect(await stored()).toEqual(before)
})

test('A19: whoever has declared a conflict is not put into the team again', async () => {
  await world().asOwner(({ db }) =>
    sql`insert into review_member (id, review_id, assessment_id, administration_id, person_id, home_administration_id,
        is_lead, declaration, declared_at, ended_at)
      select gen_random_uuid(), r.id, r.assessment_id, r.administration_id, p.id, o.administration_id, false,
        'CONFLICT', now(), now()
      from review r, person p join person_role o on o.person_id = p.id
      where r.status = 'REQUESTED' and p.name = 'Karim Benzar'`.execute(db),
  )
  const before = await stored()

  expect(await accepts(await teamOf('Karim Benzar', 'Pita Rahui'))).toEqual(['CONFLICT_DECLARED'])
  expect(await stored()).toEqual(before)
})

test('A48: a team with one id too many is refused whole', async () => {
  const before = await stored()
  const team = await teamOf('Noemi Castera', 'Pita Rahui')
  const strangers = [
    await personId('Mariam Selk'),
    globalId('PE', '00000000-0000-4000-8000-00000000dead'),
    globalId('AD', '00000000-0000-4000-8000-00000000dead'),
    'nobody',
  ]

  for (const stranger of strangers) {
    expect(await accepts([...team, { personId: stranger, isLead: false }])).toEqual([
      'NOT_A_REVIEWER',
    ])
  }
  expect(await stored()).toEqual(before)
  expect((await reviewSeenBy(officer, id)).status).toBe('REQUESTED')
})

test('A48: items to return with one that is not there are refused whole', async () => {
  const { data } = await officer.query<Tree>(
    `{ administration(code: "XSO") { assessments { id status version } } }`,
  )
  const submitted = data.administration.assessments.find(
    ({ status }: Tree) => status === 'SUBMITTED',
  )
  const items = ['TF-01-1', 'XX-99-9'].map((kpiCode) => ({ kpiCode, reason: 'Please look again.' }))
  const answer = await officer.query<Tree>(
    `mutation ($input: AssessmentReturnInput!) { assessmentReturn(input: $input) { problems { reason path } } }`,
    {
      input: {
        assessmentId: submitted.id,
        expectedVersion: submitted.version,
        dueAt: '2027-06-01T12:00:00.000Z',
        items,
      },
    },
  )
  const { rows } = await world().asOwner(({ db }) =>
    sql<{ status: string; items: number }>`select a.status, (select count(*)::int from return_item i
      where i.assessment_id = a.id) as items from assessment a join administration m on m.id = a.administration_id
      join cycle c on c.id = a.cycle_id where m.code = 'XSO' and c.code = 'C2024'`.execute(db),
  )

  expect(answer.errors).toBeUndefined()
  expect(answer.data.assessmentReturn.problems.map(({ reason }: Tree) => reason)).toEqual([
    'UNKNOWN_KPI',
  ])
  expect(rows).toEqual([{ status: 'SUBMITTED', items: 0 }])
})
