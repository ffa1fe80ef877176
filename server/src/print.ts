import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { printMatrix, printWithAccess } from '#access'
import { migrate, openDatabase } from '#platform'
import { printTables } from '../migrations/print-tables'
import { createSchema } from './schema'

const ROOT = join(import.meta.dirname, '..', '..')

/** Writes everything that is derived from the schema and from the migrations. */
async function print(): Promise<void> {
  const schema = await createSchema()
  writeFileSync(join(ROOT, 'graphql', 'schema.graphql'), printWithAccess(schema))
  writeFileSync(join(ROOT, 'graphql', 'access.md'), printMatrix(schema))

  const opened = await openDatabase({ kind: 'embedded', directory: 'memory://' }, [])
  await migrate(opened.orm)
  writeFileSync(
    join(ROOT, 'server', 'migrations', 'tables.ts'),
    await opened.database.read({ role: 'pmm_owner', settings: {} }, (db) =>
      printTables(db.withoutPlugins() as never),
    ),
  )
  await opened.database.close()
  await opened.pglite?.close()
}

await print()
