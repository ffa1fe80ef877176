import { sql } from 'kysely'
import type { Kysely } from 'kysely'

interface ColumnRow {
  table_name: string
  column_name: string
  data_type: string
  udt_name: string
  is_nullable: string
  has_default: boolean
}

interface CheckRow {
  table_name: string
  definition: string
}

const PLAIN: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  numeric: 'string',
  int4: 'number',
  int8: 'string | number',
  bool: 'boolean',
  date: 'string',
  timestamptz: 'Timestamp',
  jsonb: 'Json',
  bytea: 'Uint8Array',
}

/** Prints the tables of a migrated database as TypeScript, so that statements are typed by the schema itself. */
export async function printTables(db: Kysely<object>): Promise<string> {
  const columns = await sql<ColumnRow>`
    select c.table_name, c.column_name, c.data_type, c.udt_name, c.is_nullable,
      (c.column_default is not null or c.is_identity = 'YES') as has_default
    from information_schema.columns c
    where c.table_schema = 'public' and c.table_name not like 'mikro_orm%'
    order by c.table_name, c.ordinal_position`.execute(db)
  const checks = await sql<CheckRow>`
    select c.relname as table_name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid where k.contype = 'c'`.execute(db)
  const tables = Map.groupBy(columns.rows, (column) => column.table_name)
  const lines = [
    '// Printed from the migrated database by `npm run generate`. Do not edit.',
    "import type { ColumnType } from 'kysely'",
    '',
    '/** A JSON column: read as parsed, written as text. */',
    'export type Json = ColumnType<unknown, string | null, string | null>',
    '/** A timestamp: read as text with offset, in UTC. */',
    'export type Timestamp = ColumnType<string, string | Date, string | Date>',
    'type Defaulted<T> = ColumnType<T, T | undefined, T>',
    '',
  ]
  for (const [table, rows] of tables) {
    lines.push(`export interface ${pascal(table)}Table {`)
    for (const row of rows) lines.push(`  ${camel(row.column_name)}: ${typeOf(row, checks.rows)}`)
    lines.push('}', '')
  }
  lines.push('export interface Tables {')
  for (const table of tables.keys()) lines.push(`  ${camel(table)}: ${pascal(table)}Table`)
  lines.push('}', '')
  return lines.join('\n')
}

function typeOf(row: ColumnRow, checks: readonly CheckRow[]): string {
  const plain =
    row.data_type === 'ARRAY'
      ? `readonly ${PLAIN[row.udt_name.slice(1)] ?? 'unknown'}[]`
      : (allowedValues(row, checks) ?? PLAIN[row.udt_name] ?? 'unknown')
  if (plain === 'Timestamp') return row.is_nullable === 'YES' ? 'Timestamp | null' : plain
  const type = row.is_nullable === 'YES' && plain !== 'Json' ? `${plain} | null` : plain
  return row.has_default && plain !== 'Json' ? `Defaulted<${type}>` : type
}

function allowedValues(row: ColumnRow, checks: readonly CheckRow[]): string | null {
  const own = checks.find(
    (check) =>
      check.table_name === row.table_name &&
      check.definition.startsWith(`CHECK ((${row.column_name} = ANY (ARRAY[`),
  )
  const values = own && [...own.definition.matchAll(/'([^']+)'::text/g)].map(([, value]) => value)
  return values && values.length > 0 ? values.map((value) => `'${value}'`).join(' | ') : null
}

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
const pascal = (name: string) => camel(`_${name}`)
