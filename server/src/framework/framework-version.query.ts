import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { Access, MEMBER, PUBLIC, Problem, SECRETARIAT, isSecretariat, type Context } from '#access'
import {
  Locale,
  LocaleArgs,
  PersonCard,
  cardOf,
  localized,
  localizedOrNull,
  servedLocale,
} from '#accounts'
import { globalId } from '#platform'
import { catalogueOf, newestFirst, snapshotOf } from './catalogue'
import { DataElement } from './data-element'
import { Dimension } from './dimension'
import { FrameworkApproval } from './framework-approval'
import { FrameworkRemark } from './framework-remark'
import { DryRun, checksOf, problemsOf } from './dry-run'
import { FrameworkVersion } from './framework-version'
import {
  approvalsOfVersions,
  dryRunsOfVersions,
  notesOfVersions,
  remarksOfVersions,
} from './framework-version.rows'
import { Instrument } from './instrument'
import { Kpi } from './kpi'
import { baseOf, lineageOf } from './lineage'
import { ReasonCode, Scale, ScoringMethod } from './scale'
import { Sdg } from './sdg'
import type { VersionHead, VersionSnapshot } from './snapshot'
import { guidanceOfVersions, versionHeads } from './snapshot.rows'
import { TranslationEntry, translationEntries } from './texts'
import { ValidationRule } from './validation-rule/validation-rule'
import { FrameworkVersionViewerCan, viewerCanOn } from './viewer-can'

@ArgsType()
class VersionCodeArgs {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Code of the framework version.' })
  readonly code!: string
}

@Resolver()
export class FrameworkVersionQuery {
  @Access(PUBLIC)
  @Query(() => [FrameworkVersion], {
    description:
      'Framework versions the viewer may see, the newest first; drafts for the secretariat only.',
  })
  frameworkVersions(@Ctx() context: Context) {
    // Outside the secretariat only published versions exist, and these are in memory.
    if (isSecretariat(context.viewer)) return context.read(versionHeads)
    return catalogueOf(context)
      .versions.toSorted(newestFirst)
      .map(({ version }) => version)
  }

  @Access(PUBLIC)
  @Query(() => FrameworkVersion, {
    nullable: true,
    description: 'Framework version by its code. Null where the viewer sees none.',
  })
  async frameworkVersion(
    @Args(() => VersionCodeArgs) { code }: VersionCodeArgs,
    @Ctx() context: Context,
  ) {
    return (await snapshotByCode(context, code))?.version ?? null
  }
}

/** A version by code: from memory where it is published, else as the viewer may read it. */
export async function snapshotByCode(
  context: Context,
  code: string,
): Promise<VersionSnapshot | null> {
  const known = catalogueOf(context).byCode(code)
  if (known) return known
  const row = await context.read((db) =>
    db.selectFrom('frameworkVersion').select('id').where('code', '=', code).executeTakeFirst(),
  )
  return row ? snapshotOf(context, row.id) : null
}

// Synchronous for published versions, so that their tree costs no promise a field.
const partOf = <T>(
  context: Context,
  { id }: VersionHead,
  pick: (snapshot: VersionSnapshot) => T,
): T | Promise<T | null> => {
  const known = catalogueOf(context).byId(id)
  if (known) return pick(known)
  return snapshotOf(context, id).then((snapshot) => snapshot && pick(snapshot))
}

async function openProblemsOf(context: Context, versionId: string) {
  const snapshot = await snapshotOf(context, versionId)
  if (!snapshot) return null
  const guidance = await context.load(guidanceOfVersions, versionId)
  const lineage = await lineageOf(context, versionId)
  const guided = { ...snapshot, guidance: guidance ?? new Map(), stated: [] }
  return problemsOf(checksOf(await baseOf(context, snapshot), guided, lineage?.links ?? []))
}

@Resolver(() => FrameworkVersion)
export class FrameworkVersionFields {
  @Access(PUBLIC)
  @FieldResolver(() => ID, { description: 'Opaque global id.' })
  id(@Root() version: VersionHead): string {
    return globalId('FV', version.id)
  }

  @Access(PUBLIC)
  @FieldResolver(() => String, { description: 'Name in the chosen language.' })
  name(@Root() version: VersionHead, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
    return localized(version.name, locale)
  }

  @Access(PUBLIC)
  @FieldResolver(() => Locale, {
    description: 'Language in which `name` is served: English where the translation is missing.',
  })
  nameLocale(@Root() version: VersionHead, @Args(() => LocaleArgs) { locale }: LocaleArgs): Locale {
    return servedLocale(version.name, locale)
  }

  @Access(PUBLIC)
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What changed against the version before, in the chosen language. Null where nothing is noted.',
  })
  changeNotes(@Root() version: VersionHead, @Args(() => LocaleArgs) { locale }: LocaleArgs) {
    return localizedOrNull(version.changeNotes, locale)
  }

  @Access(PUBLIC)
  @FieldResolver(() => Locale, {
    nullable: true,
    description:
      'Language in which `changeNotes` is served: English where the translation is missing. Null where nothing is noted.',
  })
  changeNotesLocale(@Root() version: VersionHead, @Args(() => LocaleArgs) { locale }: LocaleArgs) {
    return version.changeNotes && servedLocale(version.changeNotes, locale)
  }

  @Access(PUBLIC)
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Notice to be shown wherever the version is, in the chosen language. Null without one.',
  })
  notice(@Root() version: VersionHead, @Args(() => LocaleArgs) { locale }: LocaleArgs) {
    return localizedOrNull(version.notice, locale)
  }

  @Access(PUBLIC)
  @FieldResolver(() => [TranslationEntry], {
    description: 'State of each translation of its name.',
  })
  translationStatus(@Root() version: VersionHead): readonly TranslationEntry[] {
    return translationEntries(version.translationStatus)
  }

  @Access(PUBLIC)
  @FieldResolver(() => FrameworkVersion, {
    nullable: true,
    description: 'Version this one developed from. Null for an imported one.',
  })
  baseVersion(@Root() version: VersionHead, @Ctx() context: Context) {
    return version.baseVersionId
      ? (catalogueOf(context).byId(version.baseVersionId)?.version ?? null)
      : null
  }

  @Access(PUBLIC)
  @FieldResolver(() => [Dimension], { description: 'Dimensions, in order.' })
  dimensions(@Root() version: VersionHead, @Ctx() context: Context) {
    return partOf(context, version, ({ dimensions }) => dimensions)
  }

  @Access(PUBLIC)
  @FieldResolver(() => [Kpi], { description: 'All KPIs, in the order of the framework.' })
  kpis(@Root() version: VersionHead, @Ctx() context: Context) {
    return partOf(context, version, ({ kpis }) => kpis)
  }

  @Access(PUBLIC)
  @FieldResolver(() => [DataElement], { description: 'All data elements, in order.' })
  dataElements(@Root() version: VersionHead, @Ctx() context: Context) {
    return partOf(context, version, ({ dataElements }) => dataElements)
  }

  @Access(PUBLIC)
  @FieldResolver(() => [Instrument], {
    description: 'WCO instruments that outcomes and KPIs map to.',
  })
  instruments(@Root() version: VersionHead, @Ctx() context: Context) {
    return partOf(context, version, ({ instruments }) => instruments)
  }

  @Access(PUBLIC)
  @FieldResolver(() => [Sdg], { description: 'The seventeen Sustainable Development Goals.' })
  sdgs(@Root() version: VersionHead, @Ctx() context: Context) {
    return partOf(context, version, ({ sdgs }) => sdgs)
  }

  @Access(PUBLIC)
  @FieldResolver(() => [ReasonCode], { description: 'Coded reasons why a KPI has no value.' })
  reasonCodes(@Root() version: VersionHead) {
    return version.reasonCodes
  }

  @Access(PUBLIC)
  @FieldResolver(() => [Scale], { description: 'Scales of levels.' })
  scales(@Root() version: VersionHead) {
    return version.scales
  }

  @Access(PUBLIC)
  @FieldResolver(() => ScoringMethod, { description: 'Method by which values become scores.' })
  scoringMethod(@Root() version: VersionHead) {
    return version.scoringMethod
  }

  @Access(MEMBER, SECRETARIAT)
  @FieldResolver(() => [ValidationRule], {
    nullable: true,
    description:
      'Cross-checks of figures. Null for viewers outside member administrations and secretariat.',
  })
  validationRules(@Root() version: VersionHead, @Ctx() context: Context) {
    return partOf(context, version, ({ rules }) => rules)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => [FrameworkApproval], {
    nullable: true,
    description:
      'Decisions on the version, voided ones too, the oldest first. Null outside the secretariat.',
  })
  async approvals(@Root() version: VersionHead, @Ctx() context: Context) {
    return (await context.load(approvalsOfVersions, version.id)) ?? []
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => [FrameworkRemark], {
    nullable: true,
    description: 'Remarks made during the review, the oldest first. Null outside the secretariat.',
  })
  async reviewRemarks(@Root() version: VersionHead, @Ctx() context: Context) {
    return (await context.load(remarksOfVersions, version.id)) ?? []
  }

  @Access(SECRETARIAT, { when: 'STAFF' })
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Notes of the secretariat for itself. Null where none are kept, and for everybody else.',
  })
  internalNotes(@Root() version: VersionHead, @Ctx() context: Context) {
    return context.load(notesOfVersions, version.id)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => DryRun, {
    nullable: true,
    description:
      'Latest stored report of checks and impact. Null before the first dry run, and outside the secretariat.',
  })
  dryRun(@Root() version: VersionHead, @Ctx() context: Context) {
    return context.load(dryRunsOfVersions, version.id)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => [Problem], {
    nullable: true,
    description:
      'What stands against submitting the version as it is now. Null outside the secretariat.',
  })
  openProblems(@Root() version: VersionHead, @Ctx() context: Context) {
    return openProblemsOf(context, version.id)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Person who submitted the version. Null before, and outside the secretariat.',
  })
  submittedBy(@Root() version: VersionHead, @Ctx() context: Context) {
    return cardOf(context, 'CATALOGUE', version, version.submittedBy)
  }

  @Access(PUBLIC)
  @FieldResolver(() => FrameworkVersionViewerCan, {
    description: 'What the viewer may do with the version.',
  })
  viewerCan(@Root() version: VersionHead, @Ctx() { viewer }: Context) {
    return viewerCanOn(viewer, version)
  }
}
