import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Access, SECRETARIAT, type Context } from '#access'
import { LocaleArgs, PersonCard, cardOf, localized, localizedOrNull } from '#accounts'
import { contentHashNow } from '../content-now'
import {
  DryRun,
  DryRunCheck,
  DryRunCounts,
  DryRunImpact,
  DryRunRelation,
  DryRunText,
  KpiImpact,
} from './dry-run.type'

@Resolver(() => DryRun)
export class DryRunFields {
  @Access(SECRETARIAT)
  @FieldResolver(() => Boolean, {
    description: 'Whether the version still has exactly this content.',
  })
  async isCurrent(@Root() run: DryRun, @Ctx() context: Context): Promise<boolean> {
    return (await contentHashNow(context, run.versionId)) === run.contentHash
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => DryRunCounts, { description: 'What the version held.' })
  counts(@Root() { report }: DryRun) {
    return report.counts
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => [DryRunRelation], {
    description: 'KPIs by their relation to the version before; retired ones are counted too.',
  })
  relations(@Root() { report }: DryRun) {
    return report.relations
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => [DryRunCheck], {
    description: 'Every check, passed or not, those that stand in the way first.',
  })
  checks(@Root() { report }: DryRun) {
    // Reports of earlier releases hold checks without a level: all of them stood in the way.
    return report.checks.map((check) => ({ level: 'BLOCK' as const, ...check }))
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => [DryRunText], {
    description: 'Texts whose French is not official yet, with their state.',
  })
  texts(@Root() { report }: DryRun) {
    return report.texts
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => DryRunImpact, {
    nullable: true,
    description:
      'What publishing does to what was released before. Null for a version that developed from none.',
  })
  impact(@Root() { report }: DryRun) {
    return report.impact
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => String, {
    description: 'Change log to begin with, in Markdown, in the chosen language.',
  })
  changeLog(@Root() { report }: DryRun, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
    return localized(report.changeLog, locale)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => PersonCard, { nullable: true, description: 'Person who ran it.' })
  createdBy(@Root() run: DryRun, @Ctx() context: Context) {
    return cardOf(context, 'CATALOGUE', run, run.createdBy)
  }
}

@Resolver(() => KpiImpact)
export class KpiImpactFields {
  @Access(SECRETARIAT)
  @FieldResolver(() => String, { description: 'Name of the KPI in the chosen language.' })
  name(@Root() kpi: KpiImpact, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
    return localized(kpi.name, locale)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => Boolean, {
    description:
      'Whether it was published before: brought about by a version between the last released cycle and this one. Reports of earlier releases say no.',
  })
  isEarlier(@Root() { isEarlier }: KpiImpact): boolean {
    return isEarlier ?? false
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Reason given, in the chosen language. Null where none is.',
  })
  reason(@Root() kpi: KpiImpact, @Args(() => LocaleArgs) { locale }: LocaleArgs) {
    return localizedOrNull(kpi.reason, locale)
  }
}

@Resolver(() => DryRunImpact)
export class DryRunImpactFields {
  @Access(SECRETARIAT)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Name of the cycle in the chosen language. Null where there is none.',
  })
  cycleName(
    @Root() impact: { readonly cycleName?: Readonly<Record<string, string>> | null },
    @Args(() => LocaleArgs) { locale }: LocaleArgs,
  ) {
    return localizedOrNull(impact.cycleName, locale)
  }
}
