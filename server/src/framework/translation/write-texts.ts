import { sql } from 'kysely'
import type { CommandScope } from '#access'
import type { Texts } from '#accounts'
import { snake, type Db } from '#platform'
import type { TranslationState } from '../enums'
import type { TranslationStatus } from '../snapshot'
import { noteChanges } from '../change'
import { entriesOf } from './changed-entries'
import { noteTranslators } from './translators'
import { restateRelations } from './restate-relations'
import { writeRationales } from './rationales'
import { TABLE_OF, isOfVersion, type LockedVersion, type NodeKind } from './lock-texts'
import { withStates } from './text-states'
import type { TextRow } from './translation.rows'
import { unitOf } from './unit'

/** What happens to one French text. */
export interface TextChange {
  readonly row: TextRow
  readonly act: 'TRANSLATE' | 'CONFIRM' | 'REVIEW'
  /** The French text as it will be. */
  readonly fr: string
  readonly state: TranslationState
}

type Json = Readonly<Record<string, unknown>>

interface EntryRow {
  readonly id: string
  readonly code: string
  readonly translationStatus: TranslationStatus
  readonly texts: Record<string, Texts | null>
}

/** Columns that hold texts, by table. */
const COLUMNS: Readonly<Record<NodeKind, readonly string[]>> = {
  DIMENSION: ['name', 'description'],
  OUTCOME: ['name', 'description'],
  KPI: ['name', 'description', 'methodologyHelp'],
  DATA_ELEMENT: ['label', 'description'],
  INSTRUMENT: ['name'],
}

/** Writes French texts, their states and the history: a handful of statements a table, however many they are. */
export async function writeTexts(
  scope: Pick<CommandScope, 'db' | 'viewer' | 'now' | 'newId'>,
  version: LockedVersion,
  changes: readonly TextChange[],
): Promise<void> {
  const { db } = scope
  const before = await entriesOf(db, version.id, changes)
  const ofKind = Map.groupBy(changes, ({ row }) => row.kind)
  const ofVersion = changes.filter(({ row }) => isOfVersion(row.kind))
  if (ofVersion.length > 0) await writeVersion(db, version, ofVersion)
  for (const kind of Object.keys(TABLE_OF) as NodeKind[]) {
    const own = ofKind.get(kind)
    if (own) await writeNodes(db, version.id, kind, own)
  }
  const rationales = ofKind.get('OUTCOME_MAPPING')
  if (rationales) await writeRationales(db, version.id, rationales)
  const kpis = new Set((ofKind.get('KPI') ?? []).map(({ row }) => row.code))
  if (kpis.size > 0) await restateRelations(db, version.id, [...kpis])
  const after = new Map((await entriesOf(db, version.id, changes)).map((each) => [each.id, each]))
  await noteChanges(
    scope,
    before.map(({ kind, id, code, columns }) => ({
      node: { kind, id, versionId: version.id, code },
      action: 'UPDATE',
      before: columns,
      after: after.get(id)!.columns,
    })),
  )
  await noteTranslators(
    scope,
    version.id,
    changes.map(({ row: { kind, code, text, en }, act }) => ({
      kind,
      code,
      text,
      source: en,
      act: act === 'REVIEW' ? 'REVIEWED' : 'TRANSLATED',
    })),
  )
}

async function writeNodes(
  db: Db,
  versionId: string,
  kind: NodeKind,
  changes: readonly TextChange[],
): Promise<void> {
  const byCode = Map.groupBy(changes, ({ row }) => row.code)
  const columns = COLUMNS[kind]
  const table = sql.table(TABLE_OF[kind])
  const isKpi = kind === 'KPI'
  const texts = sql.join(columns.map((name) => sql`${sql.lit(name)}, ${sql.ref(name)}`))
  const { rows } = await sql<EntryRow & { subMeasures?: readonly SubMeasure[] }>`
    select id, code, translation_status, jsonb_build_object(${texts}) as texts ${isKpi ? sql`, sub_measures` : sql``}
    from ${table} where version_id = ${versionId}::uuid and code = any (${sql.val([...byCode.keys()])}::text[])`.execute(
    db,
  )
  const written = rows.map((row) => {
    const own = byCode.get(row.code)!
    const { states, french } = changedOf(own)
    const subMeasures = row.subMeasures?.map((each) => {
      const fr = french.get(`subMeasures.${each.code}`)
      return fr === undefined ? each : { ...each, name: { ...each.name, fr } }
    })
    const names = [
      ...columns,
      ...(isKpi ? ['guidance'] : []),
      ...(subMeasures ?? []).map(({ code }) => `subMeasures.${code}`),
    ]
    return {
      id: row.id,
      ...Object.fromEntries(
        columns.map((name) => [snake(name), withFrench(row.texts[name] ?? null, french.get(name))]),
      ),
      ...(subMeasures && { sub_measures: subMeasures }),
      translation_status: withStates(row.translationStatus, names, states),
      guidance: french.get('guidance'),
    }
  })
  const set = [...columns, ...(isKpi ? ['sub_measures'] : []), 'translation_status']
  const assigned = sql.join(set.map((name) => sql`${sql.ref(name)} = x.${sql.ref(name)}`))
  const typed = sql.join(set.map((name) => sql`${sql.ref(name)} jsonb`))
  await sql`update ${table} t set ${assigned}, version = t.version + 1
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as x(id uuid, ${typed}) where t.id = x.id`.execute(
    db,
  )
  const guided = written.filter(({ guidance }) => guidance !== undefined)
  if (guided.length > 0) {
    await sql`update kpi_guidance g set body = g.body || jsonb_build_object('fr', x.guidance)
      from jsonb_to_recordset(${JSON.stringify(guided)}::jsonb) as x(id uuid, guidance text) where g.kpi_id = x.id`.execute(
      db,
    )
  }
}

interface SubMeasure extends Json {
  readonly code: string
  readonly name: Texts
}

function changedOf(changes: readonly TextChange[], prefix: (row: TextRow) => string = () => '') {
  return {
    states: new Map(changes.map(({ row, state }) => [prefix(row) + row.text, state as string])),
    french: new Map(changes.map(({ row, fr }) => [prefix(row) + row.text, fr])),
  }
}

const withFrench = (texts: Texts | null, fr: string | undefined): Texts | null =>
  texts === null || fr === undefined ? texts : { ...texts, fr }

interface VersionTexts {
  readonly name: Texts
  readonly changeNotes: Texts | null
  readonly notice: Texts | null
  readonly scales: readonly (Json & {
    readonly code: string
    readonly levels: readonly { readonly level: number; readonly label: Texts }[]
  })[]
  readonly reasonCodes: readonly (Json & { readonly code: string; readonly label: Texts })[]
  readonly translationStatus: TranslationStatus
}

const prefixOf = ({ kind, code }: Pick<TextRow, 'kind' | 'code'>): string => {
  if (kind === 'SCALE') return `scales.${code}.`
  return kind === 'REASON_CODE' ? `reasonCodes.${code}.` : ''
}

/** Names under which the states of the texts in the row of a version are kept. */
export const namesOfVersion = ({
  scales,
  reasonCodes,
}: Pick<VersionTexts, 'scales' | 'reasonCodes'>): readonly string[] => [
  'name',
  'changeNotes',
  'notice',
  ...scales.flatMap(({ code, levels }) =>
    levels.map(({ level }) => `scales.${code}.levels.${level}`),
  ),
  ...reasonCodes.map(({ code }) => `reasonCodes.${code}.label`),
]

async function writeVersion(
  db: Db,
  { id }: LockedVersion,
  changes: readonly TextChange[],
): Promise<void> {
  const row = (await db
    .selectFrom('frameworkVersion')
    .select(['name', 'changeNotes', 'notice', 'scales', 'reasonCodes', 'translationStatus'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()) as unknown as VersionTexts
  const { states, french } = changedOf(changes, prefixOf)
  const scales = row.scales.map((scale) => ({
    ...scale,
    levels: scale.levels.map((level) => ({
      ...level,
      label: withFrench(level.label, french.get(`scales.${scale.code}.levels.${level.level}`)),
    })),
  }))
  const reasonCodes = row.reasonCodes.map((reason) => ({
    ...reason,
    label: withFrench(reason.label, french.get(`reasonCodes.${reason.code}.label`)),
  }))
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  await db
    .updateTable('frameworkVersion')
    .set(({ eb }) => ({
      name: JSON.stringify(withFrench(row.name, french.get('name'))),
      changeNotes: json(withFrench(row.changeNotes, french.get('changeNotes'))),
      notice: json(withFrench(row.notice, french.get('notice'))),
      scales: JSON.stringify(scales),
      reasonCodes: JSON.stringify(reasonCodes),
      translationStatus: JSON.stringify(
        withStates(row.translationStatus, namesOfVersion(row), states),
      ),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** Takes the record of who translated and reviewed over into a draft made from a version. */
export async function copyTranslations(db: Db, from: string, to: string): Promise<void> {
  await sql`insert into framework_translation
    select ${to}::uuid, kind, code, text, source, translated_by, translated_at, reviewed_by, reviewed_at
    from framework_translation where version_id = ${from}::uuid`.execute(db)
}

/** Units of changes, for the log. */
export const unitsOf = (changes: readonly TextChange[]): readonly string[] =>
  changes.map(({ row }) => unitOf(row))
