import { MEMBER, REVIEWER, SECRETARIAT, audiencesOf, type Context } from '#access'
import {
  catalogueOfSnapshot,
  contentHashOf,
  loadGuided,
  snapshotByCode,
  snapshotOf,
  type GuidedSnapshot,
} from '#framework'

export interface ExportedCatalogue {
  readonly code: string
  readonly catalogue: object
}

/**
 * A version as a file, with what this viewer may read of it and no more: the fields and lists that stay
 * out are named in it. Null when the version is not there for the viewer.
 */
export async function exportedCatalogue(
  context: Context,
  code: string,
): Promise<ExportedCatalogue | null> {
  const seen = await snapshotByCode(context, code)
  const guided = seen && (await context.read((db) => loadGuided(db, seen.version.id)))
  if (!guided) return null
  const held = audiencesOf(context.viewer, 'CATALOGUE', { ...guided.version })
  const leftOut: string[] = []
  const reads = (field: string, audiences: number) => {
    if ((held & audiences) !== 0) return true
    leftOut.push(field)
    return false
  }
  const {
    schema,
    kind,
    notice,
    version,
    dimensions,
    outcomes,
    kpis,
    dataElements,
    rules,
    ...lists
  } = catalogueOfSnapshot(guided, await baseCodeOf(context, guided))
  const withGuidance = reads('kpis.guidance', REVIEWER | SECRETARIAT)
  const withCeiling = reads('kpis.maxDisclosureLevel', MEMBER | SECRETARIAT)
  const withRules = reads('rules', MEMBER | SECRETARIAT)
  return {
    code: version.code,
    catalogue: {
      schema,
      kind,
      notice,
      export: { contentHash: hashOf(guided), leftOut },
      version,
      dimensions,
      outcomes,
      kpis: kpis.map(({ guidance, maxDisclosureLevel, ...kpi }) => ({
        ...kpi,
        ...(withGuidance ? { guidance } : {}),
        ...(withCeiling ? { maxDisclosureLevel } : {}),
      })),
      dataElements,
      ...(withRules ? { rules } : {}),
      ...lists,
    },
  }
}

async function baseCodeOf(context: Context, { version }: GuidedSnapshot): Promise<string | null> {
  const base = version.baseVersionId && (await snapshotOf(context, version.baseVersionId))
  return base ? base.version.code : null
}

// Of a published version the hash that was fixed: whoever may not read all of it could not compute it.
const hashOf = (guided: GuidedSnapshot) =>
  ['PUBLISHED', 'RETIRED'].includes(guided.version.status)
    ? guided.version.contentHash
    : contentHashOf(guided)

/** The bytes of a catalogue: the same content always gives the same ones. */
export const jsonOf = ({ catalogue }: ExportedCatalogue): Buffer =>
  Buffer.from(`${JSON.stringify(catalogue, null, 2)}\n`, 'utf8')
