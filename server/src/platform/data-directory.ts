import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const CAUSES: Readonly<Record<string, string>> = {
  ENOTDIR: 'a file stands in its way',
  EEXIST: 'a file stands in its place',
  EACCES: 'the login that runs the server may not write there',
  EPERM: 'the login that runs the server may not write there',
  EROFS: 'the file system is read-only',
  ENOENT: 'no folder can be made there',
  ENOSPC: 'the disk is full',
}

/** Makes the data directory where it is missing; a sentence on why it does not serve, or null. */
export function dataDirectoryProblem(directory: string): string | null {
  const folder = resolve(directory)
  try {
    make(folder)
    if (!statSync(folder).isDirectory()) return explain(folder, 'EEXIST')
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return null
  } catch (error) {
    return explain(folder, String((error as NodeJS.ErrnoException).code))
  }
}

// One folder at a time: asked to make all at once, Node tries for ever where the system takes none, as under /proc.
function make(folder: string): void {
  if (existsSync(folder)) return
  make(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

const explain = (folder: string, code: string): string =>
  `PMM_DATA_DIR: ${folder} cannot be used: ${CAUSES[code] ?? code}.`
