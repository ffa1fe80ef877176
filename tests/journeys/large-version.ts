import { join } from 'node:path'
import { largeCatalogue } from '../../server/bench/large-catalogue.ts'
import { ownerIdentity } from '../../server/seeds/seed.ts'
import { importCatalogue } from '../../server/src/framework/index.ts'
import { openDatabase, timeOrderedIds } from '../../server/src/platform/index.ts'

/** Publishes a version of 2,000 KPIs and as many data elements in the database of a server that is not running. */
export async function publishLargeVersion(directory: string, code: string): Promise<void> {
  const catalogue = largeCatalogue(code, SIZE)
  const elements = catalogue.dataElements
  const further = Array.from({ length: SIZE - elements.length }, (_, index) => {
    const element = elements[index % elements.length]!
    return { ...element, code: `${element.code}_${index}`, order: elements.length + index + 1 }
  })
  const opened = await openDatabase(
    { kind: 'embedded', directory: join(directory, 'database') },
    [],
  )
  try {
    await opened.database.write(ownerIdentity, ({ db }) =>
      importCatalogue(
        db,
        timeOrderedIds,
        { ...catalogue, dataElements: [...elements, ...further] },
        { publishedAt: new Date() },
      ),
    )
  } finally {
    await opened.database.close()
    await opened.pglite?.close()
  }
}

export const SIZE = 2_000
