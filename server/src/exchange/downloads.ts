import type { Context } from '#access'
import { comparedVersions, differenceDocument } from '#framework'
import type { Download, FileSource } from '#platform'
import { exportedCatalogue, jsonOf } from './exported'
import { catalogueSchema } from './read-file'
import { layoutOf, type Schema } from './reading/sheet-layout'
import { writeWorkbook } from './reading/write-workbook'

const TYPES = {
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

const CODE = '[A-Za-z0-9][A-Za-z0-9-]{0,79}'
const VERSION = new RegExp(`^(${CODE})(?:(\\.fr)?\\.(xlsx)|\\.(json))$`)
const DIFFERENCE = new RegExp(`^(${CODE})\\.since\\.(${CODE})\\.(en|fr)\\.md$`)

/**
 * Versions as files: `/files/framework/<code>.json`, `.xlsx` and, with heads in French, `.fr.xlsx`, to whoever may read the version, and
 * `<code>.since.<other>.en.md` with what differs from another one, to whoever may read both.
 */
export const frameworkFiles: FileSource<Context> = {
  folder: 'framework',
  open: async (context, name): Promise<Download | null> => {
    const compared = DIFFERENCE.exec(name)
    if (compared) return openDifference(context, name, compared)
    const [, code = '', french, xlsx, json] = VERSION.exec(name) ?? []
    const format = xlsx ?? json
    if (format !== 'json' && format !== 'xlsx') return null
    const exported = await exportedCatalogue(context, code)
    if (!exported) return null
    const body =
      format === 'json'
        ? jsonOf(exported)
        : await writeWorkbook(
            exported.catalogue as Record<string, unknown>,
            layoutOf(catalogueSchema as Schema),
            french ? 'fr' : 'en',
          )
    return { name: `${exported.code}.${format}`, type: TYPES[format], body }
  },
}

async function openDifference(
  context: Context,
  name: string,
  [, to = '', from = '', locale]: RegExpExecArray,
): Promise<Download | null> {
  const found = await comparedVersions(context, { from, to })
  if (!found) return null
  const text = differenceDocument(found, locale === 'fr' ? 'fr' : 'en')
  return { name, type: 'text/markdown; charset=utf-8', body: Buffer.from(text, 'utf8') }
}
