import type { TestProject } from 'vitest/node'
import { startBuiltServer } from '../journeys/built-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Data directory that the built server filled at its first start; every journey works on a copy. */
    filledDirectory: string
  }
}

/** Starts the built server once on an empty directory, since a first start costs more than all that follow. */
export default async function setup(project: TestProject): Promise<() => void> {
  const server = await startBuiltServer()
  await server.stop()
  project.provide('filledDirectory', server.directory)
  return server.clear
}
