import { expect, test } from 'vitest'
import { largeCatalogue } from '../../server/bench/large-catalogue.ts'
import { makeVersion, type Ask, type Makers } from '../../server/bench/workshop-steps.ts'
import { importCatalogue } from '../../server/src/framework'
import { useWorld, type Caller } from '../setup/world.ts'

const world = useWorld()
const NOW = new Date('2026-10-01T00:00:00Z')

const asking =
  (caller: Caller): Ask =>
  async <Answer>(document: string, variables: Record<string, unknown>) => {
    const { data, errors } = await caller.query(document, variables)
    expect(errors).toBeUndefined()
    return data as Answer
  }

/** The statements each step of a version of this size takes. */
async function statementsOf(makers: Makers, kpis: number): Promise<Record<string, number>> {
  const base = `BASE-${kpis}`
  const catalogue = largeCatalogue(base, kpis)
  const { database, services, clock } = world()
  await world().asOwner(({ db }) =>
    importCatalogue(db, services.ids, catalogue, { publishedAt: NOW }),
  )
  const statements: Record<string, number> = {}
  const version = { base, code: `COPY-${kpis}`, today: clock.now() }
  await makeVersion(makers, version, async (name, step) => {
    const before = database.counter.count
    const answer = await step()
    statements[name] = database.counter.count - before
    return answer
  })
  return statements
}

test('a version of 2,000 KPIs takes as many statements as one of 51', async () => {
  const makers = {
    editor: asking(await world().as('METHODOLOGY_EDITOR')),
    observer: asking(await world().as('PMMPT_OBSERVER')),
    officer: asking(await world().as('CYCLE_OFFICER')),
  }
  const small = await statementsOf(makers, 51)

  expect(Object.keys(small).length).toBeGreaterThan(5)
  expect(await statementsOf(makers, 2_000)).toEqual(small)
}, 600_000)
