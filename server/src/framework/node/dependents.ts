import { sql } from 'kysely'
import { problem, type Db, type ProblemDetail } from '#platform'
import type { NodeKind, NodeRow } from '../change'

interface Dependent {
  readonly what: 'OUTCOME' | 'KPI' | 'RULE'
  readonly code: string
}

const WORDS = { OUTCOME: 'expected outcome', KPI: 'KPI', RULE: 'validation rule' } as const
const REASONS = { OUTCOME: 'HAS_OUTCOMES', KPI: 'HAS_KPIS', RULE: 'IN_RULES' } as const

/** Why a part of a draft cannot be removed: what stands in it or names it, each kind with its codes. */
export async function dependentProblems(
  db: Db,
  kind: NodeKind,
  row: NodeRow,
  path: readonly string[],
): Promise<readonly ProblemDetail[]> {
  const dependents = Map.groupBy(await dependentsOf(db, kind, row), ({ what }) => what)
  return [...dependents].map(([what, all]) => {
    const codes = all.map(({ code }) => code)
    const isHeld = kind === 'DIMENSION' || (kind === 'EXPECTED_OUTCOME' && what === 'KPI')
    return problem(
      'CONFLICT',
      isHeld ? REASONS[what] : 'IN_USE',
      isHeld
        ? `It still holds ${WORDS[what]} ${codes.join(', ')}.`
        : `It is used by ${WORDS[what]} ${codes.join(', ')}.`,
      [...path, ...codes],
    )
  })
}

async function dependentsOf(
  db: Db,
  kind: NodeKind,
  { id, versionId, code }: NodeRow,
): Promise<readonly Dependent[]> {
  const statement = STATEMENTS[kind]
  if (!statement) return []
  return (await statement({ id, versionId, code }).execute(db)).rows
}

type Statement = (row: NodeRow) => ReturnType<typeof sql<Dependent>>

const STATEMENTS: Partial<Record<NodeKind, Statement>> = {
  DIMENSION: ({ id }) =>
    sql<Dependent>`select 'OUTCOME' as what, code from expected_outcome where dimension_id = ${id}::uuid order by sort`,
  EXPECTED_OUTCOME: ({ id }) =>
    sql<Dependent>`select 'KPI' as what, code from kpi where outcome_id = ${id}::uuid order by sort`,
  KPI: ({ versionId, code }) =>
    sql<Dependent>`select 'RULE' as what, code from validation_rule
      where version_id = ${versionId}::uuid and ${code} = any (kpis) order by sort`,
  DATA_ELEMENT: ({ versionId, code }) =>
    sql<Dependent>`(select 'KPI' as what, code from kpi where version_id = ${versionId}::uuid
        and elements @> jsonb_build_array(jsonb_build_object('element', ${code}::text)) order by code)
      union all (select 'RULE', code from validation_rule where version_id = ${versionId}::uuid
        and ${code}::text in (definition ->> 'element', definition ->> 'part', definition ->> 'whole') order by code)`,
  INSTRUMENT: ({ versionId, code }) =>
    sql<Dependent>`(select 'OUTCOME' as what, outcome_code as code from outcome_mapping
        where version_id = ${versionId}::uuid and kind = 'INSTRUMENT' and target = ${code} order by code)
      union all (select 'KPI', code from kpi where version_id = ${versionId}::uuid and ${code} = any (instruments) order by code)`,
}
