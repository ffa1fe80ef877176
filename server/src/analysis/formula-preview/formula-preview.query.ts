import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { Access, PUBLIC, SECRETARIAT, errorCodeOf, type Context } from '#access'
import { Administration, administrationsById } from '#accounts'
import {
  canCheckFormulas,
  catalogueOf,
  inputOf,
  normalisationOf,
  scoringProblems,
  snapshotByCode,
  type KpiNode,
  type VersionSnapshot,
} from '#framework'
import type { KpiDefinition } from '#framework/definition'
import {
  bindingsOf,
  check,
  explainFormulaError,
  parse,
  type FormulaError,
} from '#framework/formula'
import { requestError } from '#platform'
import { newestRelease, releasesById } from '../release.rows'
import { Release } from '../release.type'
import { FormulaPreview, FormulaPreviewInput, PreviewChange } from './formula-preview.type'
import { previewOf, type Change } from './preview'
import { publicAnswers } from './preview.rows'
import { ReadableFigures } from './readable-figures'

const PreviewArgs = inputOf(FormulaPreviewInput)
const NONE = { n: 0, mean: null, median: null }
const EMPTY = {
  listed: 0,
  before: NONE,
  after: NONE,
  changed: 0,
  bins: [],
  leftOut: [],
  changes: [],
}

@Resolver(() => FormulaPreview)
export class FormulaPreviewQuery {
  @Access(SECRETARIAT)
  @Query(() => FormulaPreview, {
    nullable: true,
    description:
      'Tries a KPI of a draft on the newest published release, by the evaluator that computes real figures and on public answers alone. Null where the viewer sees no such KPI.',
  })
  async formulaPreview(
    @Args(() => PreviewArgs) { input }: { input: FormulaPreviewInput },
    @Ctx() context: Context,
  ): Promise<FormulaPreview | null> {
    const permission = canCheckFormulas(context.viewer)
    if (!permission.allowed) {
      throw requestError(errorCodeOf(permission), permission.code, permission.reason)
    }
    const snapshot = await snapshotByCode(context, input.version)
    const saved = snapshot?.kpiByCode.get(input.kpi)
    if (!snapshot || !saved) return null
    const kpi = withTyped(saved, input)
    const parsed = parse(kpi.formula)
    const errors = parsed.ok
      ? check(parsed.formula, symbolUnits(kpi, snapshot)).errors
      : parsed.errors
    if (!parsed.ok || errors.length > 0) {
      return { ...EMPTY, releaseId: null, problems: told(errors, input.locale), closedElements: [] }
    }
    const release = await context.read((db) => newestRelease(db))
    const released = release && catalogueOf(context).byId(release.frameworkVersionId)
    if (!release || !released) {
      return { ...EMPTY, releaseId: null, problems: [], closedElements: [] }
    }
    const former = formerOf(saved, released)
    // Where two KPIs show the same quantity, the one that is changed speaks for itself.
    const measured = former ? [former, ...released.kpis] : released.kpis
    const read = new ReadableFigures(measured).read(parsed.formula, bindingsOf(kpi))
    const codes = new Set([...read.measures.values()].map((measure) => measure.kpi))
    // Any answer of the edition tells who is listed, so one is read even where the formula is closed.
    codes.add(former?.code ?? released.kpis[0]?.code ?? '')
    const answers = await context.read((db) => publicAnswers(db, release.id, [...codes]))
    const scoring = [...scoringProblems(kpi)].length === 0 ? kpi : { ...kpi, scored: false }
    const preview = previewOf({ read, scoring, undefinedWhen: kpi.undefinedWhen, former }, answers)
    return { ...preview, releaseId: release.id, problems: [], closedElements: read.closed }
  }

  @Access(PUBLIC)
  @FieldResolver(() => Release, {
    nullable: true,
    description: 'Release it was tried on. Null where none is published, or the formula is wrong.',
  })
  release(@Root() { releaseId }: FormulaPreview, @Ctx() context: Context) {
    return releaseId ? context.load(releasesById, releaseId) : null
  }
}

@Resolver(() => PreviewChange)
export class PreviewChangeFields {
  @Access(PUBLIC)
  @FieldResolver(() => Administration, {
    nullable: true,
    description: 'Administration whose answer it is.',
  })
  administration(@Root() { administrationId }: Change, @Ctx() context: Context) {
    return context.load(administrationsById, administrationId)
  }
}

function withTyped(kpi: KpiNode, input: FormulaPreviewInput): KpiDefinition {
  const direction = input.direction ?? kpi.direction
  const normalisation = input.normalisation
    ? normalisationOf(input.normalisation)
    : kpi.normalisation
  return {
    ...kpi,
    formula: input.formula ?? kpi.formula,
    elements: input.elements ?? kpi.elements,
    direction,
    normalisation,
    scored: direction !== 'NEUTRAL' && normalisation.method !== 'NONE',
  }
}

const symbolUnits = (kpi: KpiDefinition, { elementByCode }: VersionSnapshot) =>
  Object.fromEntries(
    Object.entries(bindingsOf(kpi)).flatMap(([symbol, { element }]) => {
      const known = elementByCode.get(element)
      return known ? [[symbol, { unit: known.unit, counted: known.valueType === 'COUNT' }]] : []
    }),
  )

/** The KPI in the version of the release that this one carries on. */
const formerOf = (kpi: KpiNode, released: VersionSnapshot): KpiNode | null =>
  released.kpis.find(({ seriesId }) => seriesId === kpi.seriesId) ?? null

const told = (errors: readonly FormulaError[], locale: FormulaPreviewInput['locale']) =>
  errors.map((error) => ({
    code: error.code,
    message: explainFormulaError(error, locale === 'FR' ? 'fr' : 'en'),
    ...error.at,
  }))
