import type { Context } from '#access'
import type { Download, FileSource } from '#platform'
import { exportedCatalogue, jsonOf } from './exported'
import { catalogueSchema } from './read-file'
import { layoutOf, type Schema } from './reading/sheet-layout'
import { writeWorkbook } from './reading/write-workbook'

const TYPES = {
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** Versions as files: `/files/framework/<code>.json` and `.xlsx`, to whoever may read the version. */
export const frameworkFiles: FileSource<Context> = {
  folder: 'framework',
  open: async (context, name): Promise<Download | null> => {
    const [, code = '', format] = /^([A-Za-z0-9][A-Za-z0-9-]{0,79})\.(json|xlsx)$/.exec(name) ?? []
    if (format !== 'json' && format !== 'xlsx') return null
    const exported = await exportedCatalogue(context, code)
    if (!exported) return null
    const body =
      format === 'json'
        ? jsonOf(exported)
        : await writeWorkbook(
            exported.catalogue as Record<string, unknown>,
            layoutOf(catalogueSchema as Schema),
          )
    return { name: `${exported.code}.${format}`, type: TYPES[format], body }
  },
}
