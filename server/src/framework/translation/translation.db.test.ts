import { beforeAll, describe, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../../tests/setup/world'

const world = useWorld()
const DEMO = 'PMM-V1-DEMO'
const DRAFT = 'PMM-V2-DESK'
const PROBLEMS = 'problems { code reason message path }'
const ROW = `unit kind code text en fr state revision previous translatedBy { name } translatedAt reviewedBy { name }
  reviewedAt title(locale: FR) terms { en fr note } viewerCan { translate { allowed code } review { allowed code } confirm { allowed code } }`
const LIST = `query ($code: String!, $states: [TranslationState!], $kind: TranslatedKind, $search: String, $units: [String!], $first: Int, $after: String) {
  frameworkVersion(code: $code) { id version translationCounts { kind state count }
    translations(states: $states, kind: $kind, search: $search, units: $units, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { ${ROW} } } } }`
const command = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${PROBLEMS} frameworkVersion { id } } }`
const SAVE = command('translationSave', 'TranslationSaveInput')
const REVIEW = command('translationsReview', 'TranslationsInput')
const CONFIRM = command('translationsConfirm', 'TranslationsInput')
const CREATE = command('frameworkVersionCreate', 'FrameworkVersionCreateInput')
const SET = `mutation ($input: OutcomeMappingsSetInput!) { outcomeMappingsSet(input: $input) { ${PROBLEMS} } }`
const KPI = `query { kpi(version: "${DRAFT}", code: "TF-01-1") { id version relation } }`
const KPI_UPDATE = `mutation ($input: KpiUpdateInput!) { kpiUpdate(input: $input) { ${PROBLEMS} } }`

const NAME = 'KPI:TF-01-1:name'
const GUIDANCE = 'KPI:TF-01-1:guidance'
const HELP = 'KPI:TF-01-1:methodologyHelp'
const IMPORT = 'KPI:TF-02-2:subMeasures.IMP'
const REASON = 'REASON_CODE:OTHER_AUTHORITY:label'
const LEVEL = 'SCALE:MATURITY:levels.2'

let maren: Caller
let pascal: Caller
let versionId: string

beforeAll(async () => {
  maren = await world().as('METHODOLOGY_EDITOR')
  pascal = await world().as('METHODOLOGY_EDITOR', undefined, 1)
  const base = await list(maren, DEMO, { first: 1 })
  const created = await run(maren, CREATE, {
    baseVersionId: base.id, code: DRAFT, kind: 'REVISION', expectedVersion: base.version,
    name: { en: 'PMM v.2', fr: 'MMP v.2' }, changeNotes: { en: 'Clearer words.', fr: 'Mots plus clairs.' },
  }) // prettier-ignore
  versionId = created.frameworkVersion.id
})

async function list(caller: Caller, code: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await caller.query(LIST, { code, ...variables })
  expect(errors).toBeUndefined()
  return data.frameworkVersion
}

async function run(caller: Caller, document: string, input: Record<string, unknown>) {
  const { expectedVersion: _, ...rest } = input
  const { data, errors } = await caller.query(document, {
    input: document === KPI_UPDATE ? input : rest,
  })
  expect(errors).toBeUndefined()
  return Object.values(data)[0] as any // oxlint-disable-line no-explicit-any
}

const row = async (unit: string, caller = maren) =>
  (await list(caller, DRAFT, { units: [unit] })).translations.nodes[0]

const reasons = ({ problems }: { problems: readonly { reason: string }[] }) =>
  problems.map(({ reason }) => reason)

async function save(caller: Caller, unit: string, fr: string, revision?: string) {
  const seen = revision ?? (await row(unit, caller)).revision
  return run(caller, SAVE, { versionId, unit, revision: seen, fr })
}

async function settle(caller: Caller, document: string, ...units: string[]) {
  const texts = []
  for (const unit of units) texts.push({ unit, revision: (await row(unit)).revision })
  return run(caller, document, { versionId, texts })
}

async function wordKpi(caller: Caller, changes: Record<string, unknown>) {
  const { data } = await caller.query(KPI)
  const { id, version } = data.kpi
  const answer = await run(caller, KPI_UPDATE, { kpiId: id, expectedVersion: version, ...changes })
  expect(answer.problems).toEqual([])
}

describe('the list of texts', () => {
  test('holds every text in the order of the framework, page by page, with counts of all', async () => {
    const seen: string[] = []
    let after: string | null = null
    let total = 0
    let counts: { count: number }[] = []
    do {
      const version = await list(maren, DRAFT, { first: 100, after }) // oxlint-disable-line no-await-in-loop
      const { nodes, pageInfo, totalCount } = version.translations
      seen.push(...nodes.map(({ unit }: { unit: string }) => unit))
      total = totalCount
      counts = version.translationCounts
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null
    } while (after)

    expect(seen.length).toBe(total)
    expect(new Set(seen).size).toBe(total)
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(total)
    expect(seen.slice(0, 5)).toEqual([
      `VERSION:${DRAFT}:name`,
      `VERSION:${DRAFT}:changeNotes`,
      `VERSION:${DRAFT}:notice`,
      'DIMENSION:TF:name',
      'DIMENSION:TF:description',
    ])
    for (const unit of [NAME, GUIDANCE, IMPORT, REASON, LEVEL, 'DATA_ELEMENT:DECL_ALL:label', 'INSTRUMENT:RKC:name']) {
      expect(seen).toContain(unit)
    } // prettier-ignore
    expect(seen.indexOf('OUTCOME:TF-01:name')).toBeLessThan(seen.indexOf(NAME))
    expect(seen.indexOf(NAME)).toBeLessThan(seen.indexOf('OUTCOME:TF-02:name'))
  })

  test('is filtered by state, kind and words without case and accents', async () => {
    const official = await list(maren, DRAFT, { states: ['OFFICIAL'], first: 100 })
    expect(official.translations.totalCount).toBe(
      official.translationCounts
        .filter(({ state }: { state: string }) => state === 'OFFICIAL')
        .reduce((sum: number, { count }: { count: number }) => sum + count, 0),
    )
    const found = await list(maren, DRAFT, { kind: 'KPI', search: 'DECLARATIONS ELECTRONIQUES' })
    expect(found.translations.nodes.map(({ unit }: { unit: string }) => unit)).toEqual([NAME])
  })

  test('shows the terms that occur in the English', async () => {
    expect((await row(NAME)).terms).toEqual([
      expect.objectContaining({ en: 'electronic declaration', fr: 'déclaration électronique' }),
    ])
  })

  test('is the secretariat’s: nobody else reads it, and a draft is not there at all', async () => {
    const observer = await world().as('PMMPT_OBSERVER')
    for (const caller of [
      world().nobody(),
      await world().as('COORDINATOR'),
      await world().as('REVIEWER'),
    ]) {
      expect((await list(caller, DEMO)).translations).toBeNull() // oxlint-disable-line no-await-in-loop
      expect(await list(caller, DRAFT)).toBeNull() // oxlint-disable-line no-await-in-loop
    }
    expect(await list(observer, DRAFT)).toBeNull()
    expect((await list(observer, DEMO)).translations.totalCount).toBeGreaterThan(300)
  })
})

describe('French and its states', () => {
  test('a saved text is a draft of whoever saved it, and another person reviews it', async () => {
    expect((await save(maren, IMPORT, 'À l’importation')).problems).toEqual([])
    expect(await row(IMPORT)).toMatchObject({
      fr: 'À l’importation',
      state: 'DRAFT',
      translatedBy: { name: maren.name },
      reviewedBy: null,
      viewerCan: { review: { allowed: false, code: 'SECOND_PERSON' } },
    })
    expect(reasons(await settle(maren, REVIEW, IMPORT))).toEqual(['SECOND_PERSON'])
    expect((await row(IMPORT)).state).toBe('DRAFT')

    expect((await settle(pascal, REVIEW, IMPORT)).problems).toEqual([])
    expect(await row(IMPORT)).toMatchObject({
      state: 'REVIEWED',
      translatedBy: { name: maren.name },
      reviewedBy: { name: pascal.name },
    })
  })

  test('texts of scales and reasons are kept in the version, each with a state of its own', async () => {
    expect((await save(maren, LEVEL, 'en place en partie')).problems).toEqual([])
    expect((await save(pascal, REASON, 'Une autre autorité est chargée')).problems).toEqual([])
    expect((await settle(maren, REVIEW, REASON)).problems).toEqual([])

    expect(await row(LEVEL)).toMatchObject({ fr: 'en place en partie', state: 'DRAFT' })
    expect(await row(REASON)).toMatchObject({ state: 'REVIEWED' })
    const { data } = await maren.query(
      `{ frameworkVersion(code: "${DRAFT}") { scales { code levels { level label(locale: FR) } } } }`,
    )
    const scale = data.frameworkVersion.scales.find(
      ({ code }: { code: string }) => code === 'MATURITY',
    )
    expect(scale.levels[2].label).toBe('en place en partie')
  })

  test('the reason of a mapping is a text of its own, next to others of its outcome', async () => {
    const reason = 'OUTCOME_MAPPING:TF-01:rationale.9.1'
    const map = (expectedVersion: number, rationale: object) =>
      run(maren, SET, {
        versionId,
        mappings: [{ outcome: 'TF-01', kind: 'SDG', target: '9.1', rationale, at: expectedVersion }].map(
          ({ at, ...mapping }) => ({ ...mapping, expectedVersion: at }),
        ),
      }) // prettier-ignore
    expect((await map(0, { en: 'Borders are infrastructure.' })).problems).toEqual([])
    expect(await row(reason)).toMatchObject({ en: 'Borders are infrastructure.', fr: '', state: 'MISSING' }) // prettier-ignore

    expect((await save(pascal, reason, 'Les frontières sont des infrastructures.')).problems).toEqual([]) // prettier-ignore
    expect(await row(reason)).toMatchObject({ state: 'DRAFT', translatedBy: { name: expect.any(String) } }) // prettier-ignore
    expect((await settle(pascal, REVIEW, reason)).problems).not.toEqual([])
    expect((await settle(maren, REVIEW, reason)).problems).toEqual([])
    expect(await row(reason)).toMatchObject({ state: 'REVIEWED' })
    expect((await row('OUTCOME:TF-01:name')).state).not.toBe('DRAFT')

    expect((await map(3, { en: 'Borders are part of infrastructure.' })).problems).toEqual([])
    expect(await row(reason)).toMatchObject({
      state: 'OUTDATED',
      previous: 'Borders are infrastructure.',
    })
    expect((await settle(pascal, CONFIRM, reason)).problems).toEqual([])
    const { nodes, totalCount } = (await list(maren, DRAFT, { kind: 'OUTCOME_MAPPING' }))
      .translations
    expect([totalCount, nodes[0].unit, nodes[0].fr]).toEqual([1, reason, 'Les frontières sont des infrastructures.']) // prettier-ignore
  })

  test('an English change outdates the French; the former English is shown, and the French may be confirmed', async () => {
    await wordKpi(maren, { name: { en: 'Share of electronic declarations' } })
    expect(await row(NAME)).toMatchObject({
      state: 'OUTDATED',
      previous: 'Rate of electronic declarations',
      viewerCan: { confirm: { allowed: true }, review: { allowed: false, code: 'WRONG_STATE' } },
    })

    expect((await settle(pascal, CONFIRM, NAME)).problems).toEqual([])
    expect(await row(NAME)).toMatchObject({
      state: 'DRAFT',
      previous: null,
      translatedBy: { name: pascal.name },
    })
    expect(reasons(await settle(pascal, REVIEW, NAME))).toEqual(['SECOND_PERSON'])
    expect(reasons(await settle(maren, CONFIRM, NAME))).toEqual(['WRONG_STATE'])
    expect((await settle(maren, REVIEW, NAME)).problems).toEqual([])

    await wordKpi(pascal, { name: { en: 'Share of declarations lodged electronically' } })
    expect(await row(NAME)).toMatchObject({
      state: 'OUTDATED',
      previous: 'Share of electronic declarations',
    })
  })

  test('French written in the editor has its translator as well', async () => {
    await wordKpi(pascal, { name: { fr: 'Part des déclarations électroniques' } })
    expect(await row(NAME)).toMatchObject({ state: 'DRAFT', translatedBy: { name: pascal.name } })
  })

  test('the relation of a KPI follows its French texts, guidance included', async () => {
    const code = 'OD-01-1'
    const relation = async () =>
      (await maren.query(`{ kpi(version: "${DRAFT}", code: "${code}") { relation } }`)).data.kpi
        .relation
    const unit = `KPI:${code}:description`
    const { fr } = await row(unit)
    expect(await relation()).toBe('SAME')
    await save(maren, unit, `${fr} Modifié.`)
    expect(await relation()).toBe('REWORDED')
    await save(maren, unit, fr)
    expect(await relation()).toBe('SAME')
    await save(maren, GUIDANCE, 'Demandez le registre.')
    expect(await row(GUIDANCE)).toMatchObject({ fr: 'Demandez le registre.', state: 'DRAFT' })
  })

  test('the help on measuring is a text like the others: its French is saved, outdated by the English, and current again', async () => {
    const { fr } = await row(HELP)
    expect(fr).not.toBe('')
    await save(maren, HELP, `${fr} Modifié.`)
    expect(await row(HELP)).toMatchObject({ fr: `${fr} Modifié.`, state: 'DRAFT', translatedBy: { name: maren.name } })
    await wordKpi(pascal, { methodologyHelp: { en: 'Count otherwise.' } })
    expect(await row(HELP)).toMatchObject({ en: 'Count otherwise.', fr: `${fr} Modifié.`, state: 'OUTDATED' })
    await save(maren, HELP, 'Comptez autrement.')
    const { data } = await maren.query(`{ kpi(version: "${DRAFT}", code: "TF-01-1") { relation methodologyHelp(locale: FR) methodologyHelpLocale(locale: FR) } }`)
    expect(data.kpi).toEqual({ relation: 'REWORDED', methodologyHelp: 'Comptez autrement.', methodologyHelpLocale: 'FR' })
  }) // prettier-ignore

  test('a text taken away is missing and stands against submitting; saving the same changes nothing', async () => {
    const unit = 'INSTRUMENT:RKC:name'
    const before = await row(unit)
    await save(maren, unit, '')
    expect(await row(unit)).toMatchObject({ fr: '', state: 'MISSING' })
    const { data } = await maren.query(
      `{ frameworkVersion(code: "${DRAFT}") { openProblems { reason path } } }`,
    )
    expect(data.frameworkVersion.openProblems).toContainEqual({
      reason: 'TEXT_MISSING',
      path: ['RKC', 'name'],
    })
    await save(maren, unit, before.fr)
    await settle(pascal, REVIEW, unit)
    await save(maren, unit, `  ${before.fr} `)
    expect((await row(unit)).state).toBe('REVIEWED')
  })

  test('of two who write the same text the later one sees the other, of two texts of one KPI nobody notices', async () => {
    const description = 'KPI:TF-02-2:description'
    const [name, other] = [await row('KPI:TF-02-2:name'), await row(description)]
    expect((await save(maren, description, 'Un.', other.revision)).problems).toEqual([])
    expect(reasons(await save(pascal, description, 'Deux.', other.revision))).toEqual([
      'STALE_VERSION',
    ])
    expect((await row(description)).fr).toBe('Un.')
    expect(
      (await save(pascal, 'KPI:TF-02-2:name', 'Taux de visite', name.revision)).problems,
    ).toEqual([])
  })

  test('a selection is settled as a whole or not at all', async () => {
    const units = ['DIMENSION:TF:description', 'DIMENSION:RC:description']
    await save(maren, units[1]!, 'Comment la douane recouvre les recettes.')
    expect(reasons(await settle(maren, REVIEW, ...units))).toEqual(['SECOND_PERSON'])
    expect((await row(units[0]!)).state).toBe('DRAFT')
    expect((await settle(pascal, REVIEW, ...units)).problems).toEqual([])
    expect([(await row(units[0]!)).state, (await row(units[1]!)).state]).toEqual([
      'REVIEWED',
      'REVIEWED',
    ])
    const made = { unit: 'KPI:XX-99-9:name', revision: 'x' }
    const seen = { unit: units[0], revision: (await row(units[0]!)).revision }
    const texts = [seen, made, seen]
    expect(reasons(await run(pascal, CONFIRM, { versionId, texts }))).toEqual([
      'NOT_FOUND',
      'UNIT_TWICE',
    ])
    expect(reasons(await run(pascal, REVIEW, { versionId, texts: [] }))).toEqual(['TEXT_MISSING'])
  })

  test('the only methodology editor may review what they translated', async () => {
    const unit = 'DIMENSION:EP:description'
    await save(maren, unit, 'Protéger la société.')
    await world().asOwner(({ db }) =>
      db
        .updateTable('personRole')
        .set({ endedAt: world().clock.now() })
        .where('role', '=', 'METHODOLOGY_EDITOR')
        .where('personId', 'in', (people) =>
          people.selectFrom('person').select('id').where('name', '=', pascal.name),
        )
        .execute(),
    )
    expect((await settle(maren, REVIEW, unit)).problems).toEqual([])
    await world().asOwner(({ db }) =>
      db
        .updateTable('personRole')
        .set({ endedAt: null })
        .where('role', '=', 'METHODOLOGY_EDITOR')
        .execute(),
    )
    expect((await row(unit)).state).toBe('REVIEWED')
  })

  test('unprintable and endless texts are refused, what a person writes is kept to the letter', async () => {
    const unit = 'OUTCOME:TF-02:description'
    expect(reasons(await save(maren, unit, 'a\u0007b'))).toEqual(['TEXT_UNFIT'])
    expect(reasons(await save(maren, unit, 'a\u202eb'))).toEqual(['HIDDEN_CHARACTER'])
    expect(reasons(await save(maren, unit, 'é'.repeat(10_001)))).toEqual(['TEXT_TOO_LONG'])
    const text = '<b>«\u00a0l’œ\u200cuv\u200dre »</b>\n$1 {{x}} \\u0041 "%_'
    expect((await save(maren, unit, text)).problems).toEqual([])
    expect((await row(unit)).fr).toBe(text)
  })

  test('others and later states are refused', async () => {
    const officer = await world().as('CYCLE_OFFICER')
    const seen = await row(NAME)
    expect(reasons(await save(officer, NAME, 'Non.', seen.revision))).toEqual(['WRONG_HAT'])
    const published = await list(maren, DEMO, { units: [NAME] })
    const answer = await run(maren, SAVE, {
      versionId: published.id,
      unit: NAME,
      revision: published.translations.nodes[0].revision,
      fr: 'Autrement',
    })
    expect(reasons(answer)).toEqual(['WRONG_STATE'])
  })
})
