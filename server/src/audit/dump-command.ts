import { join } from 'node:path'
import type { Database } from '#platform'
import { dumpToFile, type DumpSize } from './dump'

const PREFIX = 'audit dump '

/** The line by which the command line asks the server that holds the data directory. */
export const dumpLine = (name: string): string => PREFIX + name

/** Answers such a line by writing the file into the data directory; nothing when it is no such line. */
export async function runDumpCommand(
  database: Database,
  dataDir: string,
  line: string,
): Promise<string | undefined> {
  if (!line.startsWith(PREFIX)) return undefined
  const name = line.slice(PREFIX.length)
  if (!/^audit-dump-[0-9a-f-]{36}\.jsonl$/.test(name)) return undefined
  return JSON.stringify(await dumpToFile(database, join(dataDir, name)))
}

/** What the server answered, or null when it could not. */
export function readDumpAnswer(answer: string): DumpSize | null {
  try {
    const { entries, chains } = JSON.parse(answer) as DumpSize
    return { entries, chains }
  } catch {
    return null
  }
}
