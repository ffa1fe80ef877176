import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres.ts'
import { prepareTemplate } from './template.ts'

/** Once per database: start it, migrate and seed the template, and clear away afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'pmm-tests-'))
  const postgres =
    project.config.env.TEST_DATABASE === 'postgres' ? await startPostgres() : undefined

  const clear = async () => {
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const template = postgres
      ? await prepareTemplate({ database: 'postgres', ownerUrl: postgres.ownerUrl, folder })
      : await prepareTemplate({ database: 'embedded', folder })
    project.provide('template', template)
  } catch (error) {
    await clear()
    throw error
  }
  return clear
}
