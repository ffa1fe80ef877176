import { Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { Access, Context, OWNER, PUBLIC, Permission, SECRETARIAT } from '#access'
import { LocaleArgs, PersonCard, cardOf, localized, type Texts } from '#accounts'
import { Assessment } from '#assessment'
import { globalId } from '#platform'
import { ConsentRecord } from './consent-record.type'
import { DisclosureLevel } from './disclosure-level.type'
import { consentRecordsOfAssessments, disclosureLevels } from './disclosure.rows'
import { canChooseDisclosure, canConfirmDisclosure } from './policies'

@Resolver(() => DisclosureLevel)
export class DisclosureLevelQuery {
  @Access(PUBLIC)
  @Query(() => [DisclosureLevel], { description: 'Levels of disclosure, the narrowest first.' })
  disclosureLevels(@Ctx() context: Context) {
    return context.read(disclosureLevels)
  }

  @Access(PUBLIC)
  @FieldResolver(() => String, { description: 'Name of the level in the chosen language.' })
  name(@Root() level: DisclosureLevel, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
    return localized(level.name as Texts, locale)
  }

  @Access(PUBLIC)
  @FieldResolver(() => String, {
    description: 'Who reads a result at this level, in the chosen language.',
  })
  description(
    @Root() level: DisclosureLevel,
    @Args(() => LocaleArgs) { locale }: LocaleArgs,
  ): string {
    return localized(level.description as Texts, locale)
  }
}

@Resolver(() => ConsentRecord)
export class ConsentRecordFields {
  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => ID, { description: 'Opaque id of the record.' })
  id(@Root() record: ConsentRecord): string {
    return globalId('CR', record.id)
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => PersonCard, { nullable: true, description: 'Person who chose.' })
  proposer(@Root() record: ConsentRecord, @Ctx() context: Context) {
    return cardOf(context, 'CONSENT', record, record.proposedBy)
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Person who confirmed. Null while it waits for confirmation.',
  })
  confirmer(@Root() record: ConsentRecord, @Ctx() context: Context) {
    return cardOf(context, 'CONSENT', record, record.confirmedBy)
  }
}

@Resolver(() => Assessment)
export class AssessmentConsent {
  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => [ConsentRecord], {
    nullable: true,
    description: 'Every choice of disclosure, the latest first.',
  })
  async consentRecords(@Root() assessment: Assessment, @Ctx() context: Context) {
    return (await context.load(consentRecordsOfAssessments, assessment.id)) ?? []
  }

  @Access(OWNER)
  @FieldResolver(() => Permission, {
    nullable: true,
    description: 'Whether the viewer may choose what its KPIs disclose.',
  })
  disclosureSet(@Root() assessment: Assessment, @Ctx() { viewer }: Context): Permission {
    return canChooseDisclosure(viewer, assessment)
  }

  @Access(OWNER)
  @FieldResolver(() => Permission, {
    nullable: true,
    description: 'Whether the viewer may confirm choices made after the submission.',
  })
  async disclosureConfirm(@Root() assessment: Assessment, @Ctx() context: Context) {
    const records = (await context.load(consentRecordsOfAssessments, assessment.id)) ?? []
    const { personId } = context.viewer
    const own = records.find((each) => each.confirmedAt === null && each.proposedBy === personId)
    return canConfirmDisclosure(context.viewer, assessment, own ? personId : null)
  }
}
