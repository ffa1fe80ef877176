import type { Texts } from '#accounts'
import type { Db } from '#platform'
import { restateTranslations } from '../merge-texts'
import type { TranslationStatus } from '../snapshot'
import { withStates } from './text-states'
import { namesOfVersion } from './write-texts'

interface StatedVersion {
  readonly scales: Parameters<typeof namesOfVersion>[0]['scales']
  readonly reasonCodes: Parameters<typeof namesOfVersion>[0]['reasonCodes']
  readonly translationStatus: TranslationStatus
}
type NamedTexts = Readonly<Record<string, Texts | null>>

// Each text is given its state first, or those of scales and reasons would be lost with the common one.
const restated = (row: StatedVersion, before: NamedTexts, after: NamedTexts): TranslationStatus =>
  restateTranslations(
    withStates(row.translationStatus, namesOfVersion(row), new Map()),
    before,
    after,
  )

/** States of the texts of a draft made from a version: a name of its own is a draft translation. */
export const statusOfCopy = (
  base: object,
  own: { readonly name: unknown; readonly changeNotes: unknown },
): TranslationStatus => {
  const row = base as StatedVersion & { readonly name: Texts; readonly changeNotes: Texts | null }
  const before = { name: row.name, changeNotes: row.changeNotes }
  const after = { name: own.name as Texts, changeNotes: own.changeNotes as Texts | null }
  return restated(row, before, after)
}

/** States of the French texts in the row of a version, after its own texts have changed; both sides of them. */
export async function restateVersion(
  db: Db,
  id: string,
  before: NamedTexts,
  after: NamedTexts,
): Promise<{ readonly before: TranslationStatus; readonly after: TranslationStatus }> {
  const row = await db
    .selectFrom('frameworkVersion')
    .select(['scales', 'reasonCodes', 'translationStatus'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const stated = row as unknown as StatedVersion
  const states = restated(stated, before, after)
  await db
    .updateTable('frameworkVersion')
    .set({ translationStatus: JSON.stringify(states) })
    .where('id', '=', id)
    .execute()
  return { before: stated.translationStatus, after: states }
}
