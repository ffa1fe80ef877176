import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../../tests/setup/world'

const world = useWorld()
const DEMO = 'PMM-V1-DEMO'

const PROBLEMS = 'problems { code reason path message }'
const RULE =
  'id version code type level kpiCodes part whole element percent period min max left comparison right tolerance'
const CREATE = `mutation ($input: ValidationRuleCreateInput!) { validationRuleCreate(input: $input) { ${PROBLEMS} validationRule { ${RULE} } } }`
const UPDATE = `mutation ($input: ValidationRuleUpdateInput!) { validationRuleUpdate(input: $input) { ${PROBLEMS} validationRule { ${RULE} } } }`
const REMOVE = `mutation ($input: ValidationRuleRemoveInput!) { validationRuleRemove(input: $input) { ${PROBLEMS} validationRule { code } } }`
const CHECK = `query ($input: ValidationRuleCheckInput!) { validationRuleCheck(input: $input) { ${PROBLEMS}
  results { index isPassed findings { level message element period } } } }`
const RULES = `query ($code: String!) { frameworkVersion(code: $code) { id version validationRules { ${RULE} } openProblems { reason path } } }`

let editor: Caller
let secondEditor: Caller

beforeAll(async () => {
  editor = await world().as('METHODOLOGY_EDITOR')
  secondEditor = await world().as('METHODOLOGY_EDITOR', undefined, 1)
})

async function run(caller: Caller, document: string, input: object) {
  const { data, errors } = await caller.query(document, { input })
  expect(errors).toBeUndefined()
  return Object.values(data)[0] as any // oxlint-disable-line no-explicit-any
}

const versionOf = async (caller: Caller, code: string) =>
  (await caller.query(RULES, { code })).data.frameworkVersion

async function draft(code: string) {
  const base = await versionOf(editor, DEMO)
  const { data } = await editor.query(
    `mutation ($input: FrameworkVersionCreateInput!) { frameworkVersionCreate(input: $input) { ${PROBLEMS} frameworkVersion { id } } }`,
    {
      input: {
        baseVersionId: base.id,
        code,
        kind: 'REVISION',
        changeNotes: { en: 'Rules.', fr: 'Règles.' },
      },
    },
  )
  return data.frameworkVersionCreate.frameworkVersion.id as string
}

const range = {
  code: 'HOURS_USUAL',
  type: 'RANGE',
  level: 'WARN',
  kpiCodes: ['TF-04-1'],
  element: 'RELEASE_HOURS_SUM',
  min: '1',
  max: '1000000',
}
const sum = {
  code: 'IMPORT_AND_EXPORT',
  type: 'CONSISTENCY',
  level: 'BLOCK',
  kpiCodes: ['TF-02-2'],
  left: 'IMP_VALUE_AEO + EXP_VALUE_AEO',
  comparison: 'AT_MOST',
  right: 'IMP_VALUE_ALL + EXP_VALUE_ALL',
  tolerance: '1.50',
}
const reasonsOf = ({ problems }: { problems: readonly { reason: string; path: string[] }[] }) =>
  problems.map(({ reason, path }) => `${reason} ${path.join('.')}`)

describe('the rules of a draft', () => {
  test('are added, changed and removed, and the history and the log tell it', async () => {
    const versionId = await draft('PMM-RULES')

    const added = await run(editor, CREATE, { versionId, rule: range })
    expect(added).toMatchObject({ problems: [], validationRule: { ...range, version: 1 } })
    const second = await run(editor, CREATE, { versionId, rule: sum })
    expect(second.validationRule).toMatchObject({ ...sum, tolerance: '1.5' })

    const changed = await run(editor, UPDATE, {
      ruleId: added.validationRule.id,
      expectedVersion: 1,
      rule: { ...range, level: 'INFO', max: null },
    })
    expect(changed.validationRule).toMatchObject({ level: 'INFO', min: '1', max: null, version: 2 })
    const removed = await run(editor, REMOVE, {
      ruleId: second.validationRule.id,
      expectedVersion: 1,
    })
    expect(removed).toEqual({ problems: [], validationRule: null })

    const { validationRules } = await versionOf(editor, 'PMM-RULES')
    expect(validationRules).toHaveLength(92)
    expect(validationRules.at(-1)).toMatchObject({ code: 'HOURS_USUAL', level: 'INFO' })
    const { rows } = await world().asOwner(({ db }) =>
      sql<{ action: string; nodeCode: string }>`select action, node_code from framework_change
        where version_id = (select id from framework_version where code = 'PMM-RULES') order by seq`.execute(
        db,
      ),
    )
    expect(rows.map(({ action, nodeCode }) => `${action} ${nodeCode}`)).toEqual([
      'CREATE HOURS_USUAL',
      'CREATE IMPORT_AND_EXPORT',
      'UPDATE HOURS_USUAL',
      'REMOVE IMPORT_AND_EXPORT',
    ])
  })

  test('say everything that is wrong with them at once, and nothing is written', async () => {
    const versionId = await draft('PMM-RULES-WRONG')

    const refused = await run(editor, CREATE, {
      versionId,
      rule: {
        ...range,
        code: 'no code',
        kpiCodes: ['TF-99-9'],
        element: 'NOTHING',
        min: '5',
        max: '5',
      },
    })
    expect(reasonsOf(refused)).toEqual([
      'BAD_CODE input.rule.code',
      'UNKNOWN_KPI input.rule.kpiCodes.TF-99-9',
      'UNKNOWN_ELEMENT input.rule.element',
      'BAD_RANGE input.rule.min',
    ])
    const unreadable = await run(editor, CREATE, {
      versionId,
      rule: { ...sum, left: 'IMP_VALUE_AEO + (', right: 'STAFF_ALL', tolerance: '-1' },
    })
    expect(reasonsOf(unreadable)).toEqual([
      'UNCLOSED_BRACKET input.rule.left.16-17',
      'EXPECTED_OPERAND input.rule.left.17-17',
      'BAD_PERCENT input.rule.tolerance',
    ])
    const units = await run(editor, CREATE, { versionId, rule: { ...sum, right: 'STAFF_ALL' } })
    expect(reasonsOf(units)).toEqual(['UNIT_MISMATCH input.rule.right'])
    const missing = await run(editor, CREATE, {
      versionId,
      rule: { code: 'PART', type: 'PART_OF_WHOLE', level: 'BLOCK', kpiCodes: ['TF-01-1'] },
    })
    expect(reasonsOf(missing)).toEqual(['MISSING input.rule.part', 'MISSING input.rule.whole'])
    const taken = await run(editor, CREATE, {
      versionId,
      rule: { ...range, code: 'DECL_ALL_POSITIVE_T' },
    })
    expect(reasonsOf(taken)).toEqual(['CODE_TAKEN input.rule.code'])
    expect((await versionOf(editor, 'PMM-RULES-WRONG')).validationRules).toHaveLength(91)
  })

  test('are not overwritten by somebody who has not seen the change', async () => {
    const versionId = await draft('PMM-RULES-STALE')
    const { validationRule } = await run(editor, CREATE, { versionId, rule: range })
    await run(secondEditor, UPDATE, {
      ruleId: validationRule.id,
      expectedVersion: 1,
      rule: { ...range, max: '7' },
    })

    const stale = await run(editor, UPDATE, {
      ruleId: validationRule.id,
      expectedVersion: 1,
      rule: range,
    })

    expect(stale.problems).toMatchObject([{ code: 'CONFLICT', reason: 'STALE_VERSION' }])
    expect(stale.validationRule).toMatchObject({ max: '7', version: 2 })
  })

  test('stand against the submission where they name what is gone', async () => {
    await draft('PMM-RULES-GONE')
    await world().asOwner(({ db }) =>
      sql`update validation_rule set kpis = '{TF-00-0}' where code = 'PAY_ALL_POSITIVE_T'
        and version_id = (select id from framework_version where code = 'PMM-RULES-GONE')`.execute(
        db,
      ),
    )

    expect((await versionOf(editor, 'PMM-RULES-GONE')).openProblems).toEqual([
      { reason: 'UNKNOWN_KPI', path: ['PAY_ALL_POSITIVE_T', 'kpiCodes', 'TF-00-0'] },
    ])
  })

  test('are sealed with their version, for editors and in the database', async () => {
    const published = await versionOf(editor, DEMO)
    const [rule] = published.validationRules

    const refused = await run(editor, UPDATE, {
      ruleId: rule.id,
      expectedVersion: rule.version,
      rule: { ...range, code: rule.code },
    })
    expect(refused.problems).toMatchObject([{ code: 'CONFLICT', reason: 'WRONG_STATE' }])
    const added = await run(editor, CREATE, { versionId: published.id, rule: range })
    expect(added.problems).toMatchObject([{ code: 'CONFLICT', reason: 'WRONG_STATE' }])
    await expect(
      world().asOwner(({ db }) =>
        sql`delete from validation_rule where code = ${rule.code}`.execute(db),
      ),
    ).rejects.toMatchObject({ code: 'PM002' })
  })

  test('are changed by methodology editors alone', async () => {
    const versionId = await draft('PMM-RULES-HATS')
    for (const hat of ['CYCLE_OFFICER', 'PMMPT_OBSERVER', 'ADMINISTRATOR']) {
      const caller = await world().as(hat)
      const refused = await run(caller, CREATE, { versionId, rule: range })
      expect(refused.problems[0].code, hat).toMatch(/FORBIDDEN|NOT_FOUND/)
    }
    expect((await versionOf(editor, 'PMM-RULES-HATS')).validationRules).toHaveLength(91)
  })
})

describe('trying a rule', () => {
  const figures = (values: Readonly<Record<string, string | null>>) => ({
    figures: Object.entries(values).map(([key, value]) => {
      const [element, period] = key.split('@')
      return { element, period: period === 'T-1' ? 'T_1' : 'T', value }
    }),
  })

  test('shows what passes, what is found in words, and where it is silent', async () => {
    const checked = await run(editor, CHECK, {
      version: DEMO,
      rule: { ...range, min: null },
      locale: 'FR',
      samples: [
        figures({ 'RELEASE_HOURS_SUM@T': '1000000' }),
        figures({ 'RELEASE_HOURS_SUM@T': '12', 'RELEASE_HOURS_SUM@T-1': '1000000.5' }),
        figures({ 'RELEASE_HOURS_SUM@T': null }),
      ],
    })

    expect(checked.problems).toEqual([])
    expect(checked.results.map(({ isPassed }: { isPassed: boolean | null }) => isPassed)).toEqual([
      true,
      false,
      null,
    ])
    expect(checked.results[1].findings).toEqual([
      {
        level: 'WARN',
        message: expect.stringMatching(/sort de ce qui est habituel \(au plus 1\s000\s000\)/),
        element: 'RELEASE_HOURS_SUM',
        period: 'T_1',
      },
    ])
  })

  test('tells what is wrong instead of trying', async () => {
    const checked = await run(editor, CHECK, {
      version: DEMO,
      rule: { ...sum, right: 'NOTHING' },
      samples: [],
    })

    expect(reasonsOf(checked)).toEqual(['UNKNOWN_SYMBOL right.0-7'])
    expect(checked.results).toEqual([])
  })

  test('is open to methodology editors alone', async () => {
    const officer = await world().as('CYCLE_OFFICER')
    const { data, errors } = await officer.query(CHECK, {
      input: { version: DEMO, rule: range, samples: [] },
    })

    expect(data?.validationRuleCheck ?? null).toBeNull()
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' })
  })
})
