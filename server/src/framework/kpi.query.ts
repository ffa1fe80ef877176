import { Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { Access, PUBLIC, REVIEWER, SECRETARIAT, type Context } from '#access'
import { Locale, LocaleArgs, localized, localizedOrNull, servedLocale } from '#accounts'
import { catalogueOf, snapshotOf } from './catalogue'
import { FrameworkVersion } from './framework-version'
import { Kpi } from './kpi'
import { snapshotByCode } from './framework-version.query'
import type { KpiNode } from './snapshot'
import { guidanceOfVersions } from './snapshot.rows'

@ArgsType()
class KpiArgs {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Code of the framework version.' })
  readonly version!: string

  @Access(PUBLIC)
  @Field(() => String, { description: 'Code of the KPI.' })
  readonly code!: string
}

@Resolver()
export class KpiQuery {
  @Access(PUBLIC)
  @Query(() => Kpi, {
    nullable: true,
    description: 'KPI by the code of its version and its own. Null where the viewer sees none.',
  })
  async kpi(@Args(() => KpiArgs) { version, code }: KpiArgs, @Ctx() context: Context) {
    return (await snapshotByCode(context, version))?.kpiByCode.get(code) ?? null
  }
}

@Resolver(() => Kpi)
export class KpiFields {
  @Access(PUBLIC)
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Formula in words, in the chosen language. Null while a draft's formula cannot be read.",
  })
  formulaInWords(
    @Root() kpi: KpiNode,
    @Args(() => LocaleArgs) { locale }: LocaleArgs,
  ): string | null {
    return kpi.words && localized(kpi.words, locale)
  }

  @Access(PUBLIC)
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'How to measure the KPI and where its data usually come from, in the chosen language. Null where nobody has written it.',
  })
  methodologyHelp(
    @Root() { methodologyHelp }: KpiNode,
    @Args(() => LocaleArgs) { locale }: LocaleArgs,
  ): string | null {
    return localizedOrNull(methodologyHelp, locale)
  }

  @Access(PUBLIC)
  @FieldResolver(() => Locale, {
    nullable: true,
    description:
      'Language in which `methodologyHelp` is served: English where the translation is missing. Null where there is none.',
  })
  methodologyHelpLocale(
    @Root() { methodologyHelp }: KpiNode,
    @Args(() => LocaleArgs) { locale }: LocaleArgs,
  ): Locale | null {
    return methodologyHelp ? servedLocale(methodologyHelp, locale) : null
  }

  @Access(REVIEWER, SECRETARIAT)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Guidance for reviewers in the chosen language. Null where none is written.',
  })
  async reviewGuidance(
    @Root() kpi: KpiNode,
    @Args(() => LocaleArgs) { locale }: LocaleArgs,
    @Ctx() context: Context,
  ): Promise<string | null> {
    const guidance = await context.load(guidanceOfVersions, kpi.versionId)
    return localizedOrNull(guidance?.get(kpi.code), locale)
  }

  @Access(PUBLIC)
  @FieldResolver(() => Kpi, {
    nullable: true,
    description: 'KPI of an earlier version from which this one developed. Null without one.',
  })
  ancestor(@Root() kpi: KpiNode, @Ctx() context: Context) {
    // A draft develops from a published version only, and these are in memory.
    return kpi.ancestorId && catalogueOf(context).kpiById(kpi.ancestorId)
  }

  @Access(PUBLIC)
  @FieldResolver(() => FrameworkVersion, { description: 'Framework version the KPI belongs to.' })
  frameworkVersion(@Root() kpi: KpiNode, @Ctx() context: Context) {
    const known = catalogueOf(context).byId(kpi.versionId)
    if (known) return known.version
    return snapshotOf(context, kpi.versionId).then((snapshot) => snapshot?.version)
  }
}
