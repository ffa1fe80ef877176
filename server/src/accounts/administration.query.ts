import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { Access, type Context, PUBLIC, PageArgs, Reads } from '#access'
import { connectionOf, globalId, pageOf } from '#platform'
import {
  administrationPage,
  administrationsByCode,
  allRegions,
  regionsByCode,
} from './administration.rows'
import { Administration, AdministrationConnection } from './administration.type'
import { Locale, LocaleArgs, localized, servedLocale, type Texts } from './locale'
import { Provenance, provenanceOf } from './provenance.type'
import { Region } from './region.type'

@ArgsType()
class AdministrationArgs {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Code of the administration.' })
  readonly code!: string
}

@ArgsType()
class AdministrationsArgs extends PageArgs {
  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Code of a region, to see its administrations only.',
  })
  readonly region?: string | null

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Part of a name in either language, or of a code.',
  })
  readonly search?: string | null
}

@Resolver(() => Administration)
export class AdministrationQuery {
  @Access(PUBLIC)
  @Query(() => Administration, {
    nullable: true,
    description: 'One administration of the register by code. Null when there is none.',
  })
  administration(
    @Args(() => AdministrationArgs) { code }: AdministrationArgs,
    @Ctx() context: Context,
  ) {
    return context.load(administrationsByCode, code)
  }

  @Access(PUBLIC)
  @Query(() => AdministrationConnection, {
    description: 'The register of administrations, by code.',
  })
  async administrations(
    @Args(() => AdministrationsArgs) args: AdministrationsArgs,
    @Ctx() context: Context,
  ) {
    const page = pageOf(args)
    const { rows, total } = await context.read((db) =>
      administrationPage(db, page, {
        region: args.region ?? null,
        search: args.search?.trim() || null,
      }),
    )
    return connectionOf(rows, page, total, (row) => [row.code])
  }

  @Access(PUBLIC)
  @Query(() => [Region], { description: 'The regions of the WCO, in their usual order.' })
  regions(@Ctx() context: Context) {
    return context.read(allRegions)
  }

  @Access(PUBLIC)
  @FieldResolver(() => ID, { description: 'Opaque id of the administration.' })
  id(@Root() administration: Administration): string {
    return globalId('AD', administration.id)
  }

  @Access(PUBLIC)
  @FieldResolver(() => String, {
    description: 'Name of the administration in the chosen language.',
  })
  name(
    @Root() administration: Administration,
    @Args(() => LocaleArgs) { locale }: LocaleArgs,
  ): string {
    return localized(administration.name as Texts, locale)
  }

  @Access(PUBLIC)
  @Reads('name')
  @FieldResolver(() => Locale, {
    description: 'Language in which `name` is served for the same argument.',
  })
  nameLocale(
    @Root() administration: Administration,
    @Args(() => LocaleArgs) { locale }: LocaleArgs,
  ): Locale {
    return servedLocale(administration.name as Texts, locale)
  }

  @Access(PUBLIC)
  @FieldResolver(() => Region, { description: 'Region of the WCO it belongs to.' })
  region(@Root() administration: Administration, @Ctx() context: Context) {
    return context.load(regionsByCode, administration.regionCode)
  }

  @Access(PUBLIC)
  @FieldResolver(() => Provenance, { description: 'Where the entry of the register comes from.' })
  provenance(@Root() administration: Administration): Provenance {
    return provenanceOf(administration.provenance)
  }
}

@Resolver(() => Region)
export class RegionQuery {
  @Access(PUBLIC)
  @FieldResolver(() => String, { description: 'Name of the region in the chosen language.' })
  name(@Root() region: Region, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
    return localized(region.name as Texts, locale)
  }
}
