import { sql, type RawBuilder } from 'kysely'

/** One operation to be quick at, and the one statement that answers it best. */
export interface BenchOperation {
  readonly name: string
  readonly document: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly isSignedIn: boolean
  /** Returns one row with the whole answer as `json`. */
  readonly statement: RawBuilder<{ json: unknown }>
}

/** Q1: the framework tree of one published version. */
export const frameworkTree = (versionCode: string): BenchOperation => ({
  name: 'Q1 framework tree',
  isSignedIn: false,
  variables: { version: versionCode },
  document: `query FrameworkTree($version: String!) {
    frameworkVersion(code: $version) {
      code status
      dimensions { code name description
        outcomes { code name description
          kpis { code name description unit kind direction decimals formula
            elements { symbol period } } } }
    }
  }`,
  statement: sql`
    with k as (
      select outcome_id, jsonb_agg(jsonb_build_object('code', code, 'name', name ->> 'en',
        'description', description ->> 'en', 'unit', unit, 'kind', kind, 'direction', direction,
        'decimals', decimals, 'formula', formula, 'elements', (
          select jsonb_agg(jsonb_build_object('symbol', e ->> 'symbol', 'period',
            case e ->> 'period' when 'T-1' then 'T_1' else 'T' end)) from jsonb_array_elements(elements) e)
        ) order by sort) as list
      from kpi where version_id = (select id from framework_version where code = ${versionCode}) group by outcome_id
    ), o as (
      select dimension_id, jsonb_agg(jsonb_build_object('code', code, 'name', name ->> 'en',
        'description', description ->> 'en', 'kpis', k.list) order by sort) as list
      from expected_outcome join k on k.outcome_id = expected_outcome.id group by dimension_id
    )
    select jsonb_build_object('data', jsonb_build_object('frameworkVersion', jsonb_build_object(
      'code', v.code, 'status', v.status, 'dimensions', (
        select jsonb_agg(jsonb_build_object('code', d.code, 'name', d.name ->> 'en',
          'description', d.description ->> 'en', 'outcomes', o.list) order by d.sort)
        from dimension d join o on o.dimension_id = d.id where d.version_id = v.id)))) as json
    from framework_version v where v.code = ${versionCode}`,
})

/** Q2: one assessment with its 51 responses and its figures. */
export const wholeAssessment = (globalId: string, assessmentId: string): BenchOperation => ({
  name: 'Q2 one assessment',
  isSignedIn: true,
  variables: { id: globalId },
  document: `query WholeAssessment($id: ID!) {
    assessment(id: $id) {
      status
      working {
        responses { kpiCode state value score reasonCode reasonText disclosureLevel version
          kpi { code name unit } }
        values { elementCode year value isEstimated note version }
      }
    }
  }`,
  statement: sql`
    select jsonb_build_object('data', jsonb_build_object('assessment', jsonb_build_object(
      'status', a.status, 'working', jsonb_build_object(
        'responses', (
          select jsonb_agg(jsonb_build_object('kpiCode', r.kpi_code, 'state', r.state,
            'value', trim_scale(r.value)::text, 'score', trim_scale(r.score)::text,
            'reasonCode', r.reason_code, 'reasonText', r.reason_text,
            'disclosureLevel', r.disclosure_level, 'version', r.version,
            'kpi', jsonb_build_object('code', k.code, 'name', k.name ->> 'en', 'unit', k.unit))
            order by d.sort, o.sort, k.sort)
          from kpi_response r
          join kpi k on k.version_id = a.framework_version_id and k.code = r.kpi_code
          join expected_outcome o on o.id = k.outcome_id
          join dimension d on d.id = o.dimension_id
          where r.assessment_id = a.id),
        'values', (
          select jsonb_agg(jsonb_build_object('elementCode', v.element_code, 'year', v.year,
            'value', trim_scale(v.value)::text, 'isEstimated', v.is_estimated, 'note', v.note,
            'version', v.version) order by e.sort, v.year desc)
          from data_value v
          join data_element e on e.version_id = a.framework_version_id and e.code = v.element_code
          where v.assessment_id = a.id))))) as json
    from assessment a where a.id = ${assessmentId}::uuid`,
})

/** The same answer cells again and again under other names: 200 leaves of each of the 51 responses. */
export const tenThousandFields = (globalId: string) => ({
  name: 'Rules at 10,000 fields',
  variables: { id: globalId },
  document: `query TenThousandFields($id: ID!) {
    assessment(id: $id) { working { responses { ${LEAVES_AGAIN} } } } }`,
})

const LEAVES = ['state', 'value', 'score', 'reasonText', 'disclosureLevel', 'version', 'internalNote', 'kpiCode'] // prettier-ignore
const LEAVES_AGAIN = Array.from(
  { length: 200 },
  (_, index) => `f${index}: ${LEAVES[index % LEAVES.length]}`,
).join(' ')
