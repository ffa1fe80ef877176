import type { MigrationObject } from '@mikro-orm/core'
import { Migration, Migrator } from '@mikro-orm/migrations'
import type { MikroORM, SqlEntityManager } from '@mikro-orm/sql'

const files = import.meta.glob<string>('../../migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The steps of the schema, in order; forward only. */
export const migrations: readonly MigrationObject[] = Object.entries(files)
  .map(([path, text]) => ({ name: path.replace(/^.*\/|\.sql$/g, ''), text }))
  .sort((a, b) => a.name.localeCompare(b.name))
  .map(({ name, text }) => ({
    name,
    class: class extends Migration {
      override async up(): Promise<void> {
        for (const statement of statementsOf(text)) this.addSql(statement)
        // The migrator notes the step in a table of the login, not of the owner role.
        this.addSql('reset role')
      }
    },
  }))

/** The statements of a migration file: they end with a semicolon at the end of a line, outside `$$`. */
export function statementsOf(text: string): string[] {
  const statements: string[] = []
  let current: string[] = []
  let quotes = 0
  for (const line of text.split('\n')) {
    if (current.length === 0 && (line.trim() === '' || line.startsWith('--'))) continue
    current.push(line)
    quotes += line.split('$$').length - 1
    if (quotes % 2 === 0 && line.trimEnd().endsWith(';')) {
      statements.push(current.join('\n').trimEnd().slice(0, -1))
      current = []
    }
  }
  if (current.length > 0) statements.push(current.join('\n'))
  return statements
}

/** Brings the schema up to date; returns the names of the steps taken. */
export async function migrate(orm: MikroORM): Promise<string[]> {
  const migrator = new Migrator(orm.em as never)
  const done = await migrator.up()
  // The serving login must be able to see which steps the schema has taken.
  await (orm.em.fork() as SqlEntityManager).execute(
    'grant select on mikro_orm_migrations to public',
  )
  return done.map((step) => step.name)
}

/** Steps the database has not taken yet. */
export async function pendingMigrations(orm: MikroORM): Promise<string[]> {
  const migrator = new Migrator(orm.em as never)
  return (await migrator.getPending()).map((step) => step.name)
}
