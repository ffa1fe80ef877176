import { beforeAll, describe, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../tests/setup/world'

const world = useWorld()

const PERSON = `query ($search: String!) { people(first: 5, search: $search) { nodes { id name version
  accreditation { standing areas validUntil openReviewCount viewerCan { set { allowed code } } } } } }`
const ACCREDIT = `mutation ($input: ReviewerAccreditInput!) { answer: reviewerAccredit(input: $input) {
  person { version accreditation { standing areas validUntil } } problems { code reason path } } }`
const CANDIDATES = `{ reviews(first: 50) { nodes { id status } } }`
const CANDIDATE = `query ($id: ID!) { reviewerCandidates(reviewId: $id) { person { name } accreditation areas validUntil mayReview mayLead conflicts } }`

let administrator: Caller
beforeAll(async () => {
  administrator = await world().as('ADMINISTRATOR')
})

const find = async (name: string, caller = administrator) => {
  const { data, errors } = await caller.query(PERSON, { search: name })
  expect(errors).toBeUndefined()
  return data.people.nodes[0]
}
const accredits = async (input: Record<string, unknown>, caller = administrator) =>
  (await caller.query(ACCREDIT, { input })).data?.answer
const candidate = async (name: string) => {
  const officer = await world().as('CYCLE_OFFICER')
  const { data } = await officer.query(CANDIDATES)
  const { id } = data.reviews.nodes.find(({ status }: { status: string }) => status === 'REQUESTED')
  const found = await officer.query(CANDIDATE, { id })
  return found.data.reviewerCandidates.find(
    ({ person }: { person: { name: string } }) => person.name === name,
  )
}

describe('an accreditation', () => {
  test('is set by the administrator with its dimensions and its last day', async () => {
    const { id, version } = await find('Awa Diorko')
    const set = await accredits({
      personId: id, standing: 'ACCREDITED', areas: ['RC', 'OD', 'RC'], validUntil: '2027-12-31', expectedVersion: version,
    }) // prettier-ignore
    const stale = await accredits({ personId: id, standing: 'SUSPENDED', areas: [], expectedVersion: version }) // prettier-ignore

    expect(set).toEqual({
      person: {
        version: version + 1,
        accreditation: { standing: 'ACCREDITED', areas: ['OD', 'RC'], validUntil: '2027-12-31' },
      },
      problems: [],
    })
    expect(stale.problems).toMatchObject([{ reason: 'STALE_VERSION' }])
    expect(await candidate('Awa Diorko')).toMatchObject({
      accreditation: 'ACCREDITED',
      areas: ['OD', 'RC'],
      validUntil: '2027-12-31',
      mayReview: true,
    })
  })

  test('that has run out is expired on the day after, without anybody’s doing', async () => {
    const { id, version } = await find('Pita Rahui')
    const today = world().clock.now().toISOString().slice(0, 10)
    await accredits({ personId: id, standing: 'ACCREDITED', areas: [], validUntil: today, expectedVersion: version }) // prettier-ignore
    const lastDay = await candidate('Pita Rahui')
    await world().asOwner(({ db }) =>
      db.updateTable('personAccount').set({ accreditedUntil: '2020-01-01' }).where('email', 'like', 'pita.%').execute(),
    ) // prettier-ignore

    expect(lastDay).toMatchObject({ accreditation: 'ACCREDITED', mayReview: true })
    expect(await candidate('Pita Rahui')).toMatchObject({
      accreditation: 'EXPIRED',
      mayReview: false,
      mayLead: false,
    })
    expect((await find('Pita Rahui')).accreditation).toMatchObject({ standing: 'EXPIRED' })
  })

  test('says everything that is wrong at once', async () => {
    const before = await find('Ilse Marten')
    const { problems } = await accredits({
      personId: before.id, standing: 'ACCREDITED', areas: ['XX'], validUntil: '2020-01-01', expectedVersion: before.version,
    }) // prettier-ignore

    expect(problems.map(({ reason }: { reason: string }) => reason)).toEqual([
      'UNKNOWN_AREA',
      'DATE_PAST',
    ])
    expect(await find('Ilse Marten')).toEqual(before)
  })

  test('belongs to reviewers alone', async () => {
    const { id, version, accreditation } = await find('Mariam Selk')
    const { problems } = await accredits({
      personId: id,
      standing: 'ACCREDITED',
      areas: [],
      expectedVersion: version,
    })

    expect(accreditation).toBeNull()
    expect(problems).toMatchObject([{ code: 'CONFLICT', reason: 'WRONG_STATE' }])
  })

  test('is no other hat’s to give, and changes for nobody when tried', async () => {
    const before = await find('Ilse Marten')
    const input = { personId: before.id, standing: 'SUSPENDED', areas: [], expectedVersion: before.version } // prettier-ignore
    const officer = await accredits(input, await world().as('CYCLE_OFFICER'))
    const coordinator = await world().as('COORDINATOR', 'XNO')
    const { errors } = await coordinator.query(ACCREDIT, { input })

    expect(officer.problems).toMatchObject([{ code: 'NOT_FOUND' }])
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    expect(await find('Ilse Marten')).toEqual(before)
  })

  test('is read by the person and the own coordinator, without the load; colleagues read none', async () => {
    const coordinator = await find('Ilse Marten', await world().as('COORDINATOR', 'XNO'))
    const viewer = await find('Ilse Marten', await world().as('VIEWER', 'XNO'))

    expect((await find('Ilse Marten')).accreditation.openReviewCount).toBeGreaterThan(0)
    expect(coordinator.accreditation).toMatchObject({
      standing: 'ACCREDITED',
      openReviewCount: null,
      viewerCan: { set: { allowed: false, code: 'WRONG_HAT' } },
    })
    expect(viewer.accreditation).toBeNull()
  })
})
