import { randomUUID } from 'node:crypto'
import { openAsBlob, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrate, openDatabase, type OpenedDatabase } from '../../server/src/platform'
import { entities } from '../../server/src/schema'
import { seed } from '../../server/seeds/seed'
import { administer, withDatabase } from './administer.ts'
import { watchChanges } from './watch.ts'

/** A migrated database with the demonstration world, from which every test file makes its own copy. */
export type Template =
  | { readonly database: 'embedded'; readonly dump: string }
  | { readonly database: 'postgres'; readonly ownerUrl: string; readonly name: string }

declare module 'vitest' {
  interface ProvidedContext {
    /** What a test file needs to make itself a database. */
    template: Template
  }
}

export type TemplateRequest =
  | { readonly database: 'embedded'; readonly folder: string }
  | { readonly database: 'postgres'; readonly ownerUrl: string; readonly folder: string }

/** First start of the demonstration world in tests; its open cycle closes 45 days later. */
export const WORLD_START = new Date('2026-11-02T09:00:00.000Z')

const LOGIN = 'pmm_test_login'
const PASSWORD = 'pmm_test_login'

/** Migrates and seeds once; called by the global set-up of each database project. */
export async function prepareTemplate(request: TemplateRequest): Promise<Template> {
  if (request.database === 'embedded') {
    const opened = await openDatabase({ kind: 'embedded', directory: 'memory://' }, entities)
    await fill(opened)
    const dump = await opened.pglite!.dumpDataDir('none')
    const file = join(request.folder, 'template.tar')
    writeFileSync(file, new Uint8Array(await dump.arrayBuffer()))
    await opened.database.close()
    await opened.pglite!.close()
    return { database: 'embedded', dump: file }
  }
  const name = `pmm_template_${randomUUID().slice(0, 8)}`
  await administer(request.ownerUrl, `create database ${name}`)
  const opened = await openDatabase(
    { kind: 'postgres', url: withDatabase(request.ownerUrl, name) },
    entities,
  )
  await fill(opened)
  await opened.database.close()
  await administer(
    request.ownerUrl,
    `do $$ begin
       if not exists (select 1 from pg_roles where rolname = '${LOGIN}') then
         create role ${LOGIN} login noinherit password '${PASSWORD}';
       end if;
       grant pmm_app, pmm_worker to ${LOGIN};
     end $$`,
  )
  return { database: 'postgres', ownerUrl: request.ownerUrl, name }
}

async function fill(opened: OpenedDatabase): Promise<void> {
  await migrate(opened.orm)
  await seed(opened.database, {
    clock: { now: () => WORLD_START },
    demonstration: 'on',
    log: () => {},
  })
  await watchChanges(opened.database)
}

export interface DatabaseCopy {
  readonly opened: OpenedDatabase
  /** A second connection as the migrating login, for tests that look behind the walls. */
  readonly ownerUrl: string | null
  /** The same database once more, as another process opens it; the embedded one has a single connection. */
  openAgain(): Promise<OpenedDatabase>
  drop(): Promise<void>
}

/** A database of one's own, made from the template in about a second. */
export async function copyTemplate(template: Template): Promise<DatabaseCopy> {
  if (template.database === 'embedded') {
    const opened = await openDatabase(
      { kind: 'embedded', directory: 'memory://', dump: await openAsBlob(template.dump) },
      entities,
    )
    return {
      opened,
      ownerUrl: null,
      openAgain: async () => opened,
      drop: async () => {
        await opened.database.close()
        await opened.pglite!.close()
      },
    }
  }
  const name = `pmm_copy_${randomUUID().replaceAll('-', '').slice(0, 12)}`
  await administer(template.ownerUrl, `create database ${name} template ${template.name}`)
  const login = new URL(withDatabase(template.ownerUrl, name))
  login.username = LOGIN
  login.password = PASSWORD
  const all: OpenedDatabase[] = []
  const openAgain = async () => {
    all.push(await openDatabase({ kind: 'postgres', url: login.href }, entities))
    return all.at(-1)!
  }
  return {
    opened: await openAgain(),
    ownerUrl: withDatabase(template.ownerUrl, name),
    openAgain,
    drop: async () => {
      for (const { database } of all) await database.close()
      await administer(template.ownerUrl, `drop database ${name} with (force)`)
    },
  }
}
