import { beforeAll, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../tests/setup/world.ts'

const world = useWorld()
const UNTIL = '2027-03-01T00:00:00.000Z'
const OWN = `{ cycle(code: "C2024") { myParticipation { extendedUntil extensionReason administration { code } } } }`
const EXTEND = `mutation Extend($input: AssessmentExtendInput!) { assessmentExtend(input: $input) {
  extendedUntil problems { reason } } }`

const ownOf = async (who: Caller) => (await who.query(OWN)).data.cycle.myParticipation

beforeAll(async () => {
  const officer = await world().as('CYCLE_OFFICER')
  const { data } = await officer.query(
    `{ cycle(code: "C2024") { id } administration(code: "XAL") { id } }`,
  )
  await officer.query(EXTEND, {
    input: {
      cycleId: data.cycle.id,
      administrationId: data.administration.id,
      until: UNTIL,
      reason: 'Flood.',
    },
  })
})

test.each(['COORDINATOR', 'CONTRIBUTOR', 'APPROVER', 'VIEWER'] as const)(
  'a %s reads the end and the reason of the own extension',
  async (role) => {
    expect(await ownOf(await world().as(role, 'XAL'))).toEqual({
      extendedUntil: UNTIL,
      extensionReason: 'Flood.',
      administration: { code: 'XAL' },
    })
  },
)

test('each administration is answered for itself, without an extension with null', async () => {
  const own = await ownOf(await world().as('COORDINATOR', 'XIS'))

  expect(own).toEqual({
    extendedUntil: null,
    extensionReason: null,
    administration: { code: 'XIS' },
  })
})

test('others learn neither the end nor the reason', async () => {
  const { data } = await (
    await world().as('COORDINATOR', 'XIS')
  ).query(
    `{ cycle(code: "C2024") { participants(first: 100) { nodes { administration { code } extendedUntil extensionReason } } } }`,
  )
  const nodes = data.cycle.participants.nodes as readonly Record<string, unknown>[]
  const extended = nodes.filter((each) => each['extendedUntil'] ?? each['extensionReason'])

  expect(nodes.map((each) => each['administration'])).toContainEqual({ code: 'XAL' })
  expect(extended).toEqual([])
  for (const role of ['CYCLE_OFFICER', 'ADMINISTRATOR'] as const) {
    expect(await ownOf(await world().as(role))).toBeNull()
  }
  expect(await ownOf(world().nobody())).toBeNull()
})

test('a closing tells those whose own time goes on until when, and the others no day', async () => {
  const officer = await world().as('CYCLE_OFFICER')
  const { data } = await officer.query(`{ cycle(code: "C2024") { id version } }`)
  await officer.query(
    `mutation Close($input: CycleDecideInput!) { cycleClose(input: $input) { problems { reason } } }`,
    { input: { cycleId: data.cycle.id, expectedVersion: data.cycle.version } },
  )
  const toldOf = async (code: string) => {
    const coordinator = await world().as('COORDINATOR', code)
    const told = await coordinator.query(
      '{ viewer { notifications(first: 5) { nodes { kind dueAt } } } }',
    )
    return told.data.viewer.notifications.nodes.filter(
      ({ kind }: { kind: string }) => kind === 'CYCLE_CLOSED',
    )
  }

  expect(await toldOf('XAL')).toEqual([{ kind: 'CYCLE_CLOSED', dueAt: UNTIL }])
  expect(await toldOf('XIS')).toEqual([{ kind: 'CYCLE_CLOSED', dueAt: null }])
})
