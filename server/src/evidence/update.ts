import { Args, ArgsType, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, MEMBER, ensure, expectVersion, type Context } from '#access'
import { uuidOf } from '#platform'
import { EvidenceDetailsInput, EvidenceEditInput, detailProblems } from './evidence.input'
import { findEvidence } from './evidence.lock'
import { EvidencePayload } from './evidence.payload'
import { addUses, columnsOf, countEvidenced, ensureNone, recordEvidence } from './evidence.write'
import { canEditEvidence } from './policies'

@InputType({ description: 'New details of a piece of evidence.' })
class EvidenceUpdateInput extends EvidenceEditInput {
  @Access(MEMBER)
  @Field(() => EvidenceDetailsInput, { description: 'All details, the unchanged ones too.' })
  readonly details!: EvidenceDetailsInput
}

@ArgsType()
class EvidenceUpdateArgs {
  @Access(MEMBER)
  @Field(() => EvidenceUpdateInput, { description: 'Evidence and details.' })
  readonly input!: EvidenceUpdateInput
}

@Resolver()
export class EvidenceUpdate {
  @Access(MEMBER)
  @Mutation(() => EvidencePayload, {
    description:
      'Changes what is said of a piece of evidence, and which KPIs it backs. Where only the KPIs change, only these need to be open. Problems: NOT_FOUND, WRONG_HAT, NOT_ASSIGNED, WRONG_STATE, OUT_OF_TIME, STALE_VERSION, TEXT_MISSING, TEXT_TOO_LONG, HIDDEN_CHARACTER, UNKNOWN_LANGUAGE, BAD_PERIOD, TWICE, UNKNOWN_KPI.',
  })
  evidenceUpdate(
    @Args(() => EvidenceUpdateArgs) { input }: EvidenceUpdateArgs,
    @Ctx() context: Context,
  ) {
    return context.command('evidenceUpdate', input, async (scope) => {
      const { db, viewer, now } = scope
      const { details } = input
      const found = await findEvidence(context, scope, uuidOf('EV', input.evidenceId))
      const { id, subject, open, framework, kpiCodes: former } = found
      const kept = await db
        .selectFrom('evidence')
        .select(['title', 'language', 'dated', 'confidentiality'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      const columns = columnsOf(details)
      const isSame =
        kept.title === columns.title &&
        kept.language === columns.language &&
        kept.confidentiality === columns.confidentiality &&
        (kept.dated === null ? null : String(kept.dated).slice(0, 10)) === columns.dated
      // A contributor speaks of the assigned KPIs alone: those of others stay as they are.
      const hidden = viewer.hat === 'CONTRIBUTOR' ? former.filter((code) => !viewer.assignedKpis.has(`${subject.id}:${code}`)) : [] // prettier-ignore
      const wanted = [...new Set([...details.kpiCodes, ...hidden])]
      const added = wanted.filter((code) => !former.includes(code))
      const dropped = former.filter((code) => !wanted.includes(code))
      const touched = isSame ? [...added, ...dropped] : [...new Set([...former, ...wanted])]
      const isTouched = touched.length > 0 || !isSame
      ensure(canEditEvidence(viewer, subject, isTouched ? touched : former, open), [
        'input',
        'evidenceId',
      ])
      ensure(canEditEvidence(viewer, subject, wanted.length === 0 ? [] : touched, open), [
        'input',
        'details',
        'kpiCodes',
      ])
      expectVersion(found, input.expectedVersion, { evidenceId: id })
      ensureNone(detailProblems(details, ['input', 'details'], framework, now))

      await db
        .updateTable('evidence')
        .set({
          ...columns,
          version: found.version + 1,
          updatedAt: now,
          updatedBy: viewer.personId!,
        })
        .where('id', '=', id)
        .execute()
      if (dropped.length > 0) {
        await db
          .deleteFrom('evidenceUse')
          .where('evidenceId', '=', id)
          .where('kpiCode', 'in', dropped)
          .execute()
      }
      await addUses(scope, subject, id, added)
      await countEvidenced(db, subject.id, now)
      recordEvidence(scope, 'evidenceUpdate', subject, wanted)
      return { evidenceId: id, assessmentId: subject.id }
    })
  }
}
