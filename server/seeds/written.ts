import type { Db, Ids } from '#platform'
import type { DemoWorld } from './world'

/** What the earlier steps of the seed have written, by the keys the world uses. */
export interface Written {
  readonly db: Db
  readonly ids: Ids
  readonly world: DemoWorld
  readonly administrations: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
  readonly cycles: ReadonlyMap<string, string>
  readonly versionId: string
}

export interface WrittenAssessment {
  readonly id: string
  readonly administrationId: string
  readonly submissionId: string | null
}

/** Key of an assessment of the world. */
export const assessmentKey = (administration: string, cycle: string): string =>
  `${administration}:${cycle}`
