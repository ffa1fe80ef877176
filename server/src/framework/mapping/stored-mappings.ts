import { sql } from 'kysely'
import { Refusal, badInput, problem, type Db, type ProblemDetail } from '#platform'
import { isTarget } from './file-mappings'
import type { MappingKind } from './mapping'
import type { MappingRow } from './mapping.rows'

/** Names one mapping of a version. */
export interface MappingKey {
  readonly outcome: string
  readonly kind: MappingKind
  readonly target: string
}

interface ExpectedKey extends MappingKey {
  readonly expectedVersion: number
}

export const keyOf = ({ outcome, kind, target }: MappingKey) => `${outcome} ${kind} ${target}`
export const keyOfRow = ({
  outcomeCode: outcome,
  kind,
  target,
}: Pick<MappingRow, 'outcomeCode' | 'kind' | 'target'>) => keyOf({ outcome, kind, target })

const MOST = 500

/** The mappings a command speaks of, locked, by their keys; those that do not exist yet are absent. */
export async function lockMappings(
  db: Db,
  versionId: string,
  keys: readonly ExpectedKey[],
): Promise<ReadonlyMap<string, MappingRow>> {
  if (keys.length === 0 || keys.length > MOST) {
    throw new Refusal([
      badInput('BAD_COUNT', `From 1 to ${MOST} mappings are changed at once.`, [
        'input',
        'mappings',
      ]),
    ])
  }
  const wanted = JSON.stringify(
    keys.map(({ outcome, kind, target }) => ({ outcome, kind, target })),
  )
  const { rows } = await sql<MappingRow>`
    select m.* from outcome_mapping m join jsonb_to_recordset(${wanted}::jsonb) as w(outcome text, kind text, target text)
        on w.outcome = m.outcome_code and w.kind = m.kind and w.target = m.target
    where m.version_id = ${versionId} order by m.id for update of m`.execute(db)
  const found = new Map(rows.map((row) => [keyOfRow(row), row]))
  const stale = keys.flatMap((key, index) =>
    (found.get(keyOf(key))?.version ?? 0) === key.expectedVersion
      ? []
      : [
          problem('CONFLICT', 'STALE_VERSION', 'Somebody has changed this mapping meanwhile.', [
            'input', 'mappings', String(index), 'expectedVersion',
          ]),
        ],
  ) // prettier-ignore
  if (stale.length > 0) throw new Refusal(stale, touched(versionId, keys))
  return found
}

/** What the payload shows: the outcomes concerned, each once. */
export const touched = (versionId: string, keys: readonly MappingKey[]) => ({
  versionId,
  outcomes: [...new Set(keys.map(({ outcome }) => outcome))],
})

/** Keys that name no outcome, goal, target or instrument of the version, or come twice. */
export async function keyProblems(
  db: Db,
  versionId: string,
  keys: readonly MappingKey[],
): Promise<ProblemDetail[]> {
  const outcomes = await codesOf(db, 'expectedOutcome', versionId)
  const instruments = await codesOf(db, 'instrument', versionId)
  const goals = new Set(
    (await db.selectFrom('sdg').select('goal').execute()).map(({ goal }) => goal),
  )
  const seen = new Set<string>()
  return keys.flatMap((key, index) => {
    const at = (field: string) => ['input', 'mappings', String(index), field]
    const problems: ProblemDetail[] = []
    if (!outcomes.includes(key.outcome)) {
      problems.push(
        badInput('UNKNOWN_CODE', `The version has no outcome ${key.outcome}.`, at('outcome')),
      )
    }
    if (!isTarget(key.kind, key.target, goals, instruments)) {
      problems.push(
        key.kind === 'SDG'
          ? badInput('UNKNOWN_GOAL', `There is no goal or target ${key.target}.`, at('target'))
          : badInput('UNKNOWN_CODE', `The version has no instrument ${key.target}.`, at('target')),
      )
    }
    if (seen.has(keyOf(key))) {
      problems.push(badInput('NAMED_TWICE', 'The mapping stands twice in the list.', at('target')))
    }
    seen.add(keyOf(key))
    return problems
  })
}

const codesOf = async (db: Db, table: 'expectedOutcome' | 'instrument', versionId: string) =>
  (await db.selectFrom(table).select('code').where('versionId', '=', versionId).execute()).map(
    ({ code }) => code,
  )
