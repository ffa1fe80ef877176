import { wears, type Context } from '#access'
import type { Download, FileSource } from '#platform'
import { snapshotByCode } from '../../framework-version.query'
import { textsOf } from '../translation.rows'
import { writeXliff } from './write-xliff'

const NAME = /^([A-Z0-9-]{3,40})\.xlf$/

/** Translation packages, `/files/translations/CODE.xlf`: for those who read the translations of the version. */
export const translationPackages: FileSource<Context> = {
  folder: 'translations',
  async open(context: Context, name: string): Promise<Download | null> {
    const [, code] = NAME.exec(name) ?? []
    if (!code || !wears(context.viewer, 'METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'PMMPT_OBSERVER')) {
      return null
    }
    const version = (await snapshotByCode(context, code))?.version
    if (!version) return null
    const texts = await context.read((db) => textsOf(db, version.id))
    return {
      name,
      type: 'application/xliff+xml',
      body: Buffer.from(writeXliff(version, texts)),
    }
  },
}
