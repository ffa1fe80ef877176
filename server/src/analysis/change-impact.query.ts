import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Access, SECRETARIAT, embed, wears, type Context } from '#access'
import { Kpi, KpiImpact, baseOf, catalogueOf, lineageOf, snapshotOf, type KpiNode, type VersionSnapshot } from '#framework' // prettier-ignore
import { measureImpact } from './version-impact'

type Impacts = ReadonlyMap<string, KpiImpact>

// Measured once a request and version, however many of its KPIs are asked; a request has its viewer to itself.
const measured = new WeakMap<Context['viewer'], WeakMap<VersionSnapshot, Promise<Impacts>>>()

@Resolver(() => Kpi)
export class KpiImpactQuery {
  @Access(SECRETARIAT, { when: 'STAFF' })
  @FieldResolver(() => KpiImpact, {
    nullable: true,
    description:
      'What its change against the version before costs, measured on the last released cycle. Null where it is carried over unchanged, and for everybody who neither drafts nor publishes versions.',
  })
  async changeImpact(@Root() kpi: KpiNode, @Ctx() context: Context) {
    if (!wears(context.viewer, 'METHODOLOGY_EDITOR', 'CYCLE_OFFICER')) return null
    const version = await snapshotOf(context, kpi.versionId)
    const impact = version && (await impactsOf(context, version)).get(kpi.code)
    return impact ? embed('CATALOGUE', kpi, impact) : null
  }
}

function impactsOf(context: Context, version: VersionSnapshot): Promise<Impacts> {
  const own = measured.get(context.viewer) ?? new WeakMap<VersionSnapshot, Promise<Impacts>>()
  measured.set(context.viewer, own)
  const known = own.get(version) ?? measure(context, version)
  own.set(version, known)
  return known
}

async function measure(context: Context, version: VersionSnapshot): Promise<Impacts> {
  const base = await baseOf(context, version)
  if (!base) return new Map()
  const lineage = (await lineageOf(context, version.version.id))?.links ?? []
  const { kpis } = await context.read(
    (db) =>
    measureImpact(db, { base, version, lineage, now: context.now, inMemory: (id) => catalogueOf(context).byId(id) }), // prettier-ignore
  )
  // A KPI merged from several is told by the first of them.
  return new Map(
    kpis.toReversed().flatMap((kpi) => (kpi.code === null ? [] : [[kpi.code, kpi] as const])),
  )
}
