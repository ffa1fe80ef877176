import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, type Context } from '#access'
import { Refusal, badInput, problem, type Db, type ProblemDetail } from '#platform'
import { noteChanges } from '../change'
import { inputOf } from '../command-input'
import type { LocalizedText } from '../definition'
import { hiddenProblems } from '../hidden-problems'
import { mergeText, restateTranslations } from '../merge-texts'
import type { TranslationStatus } from '../snapshot'
import { lockDraft } from './lock-draft'
import { OutcomeMappingsSetInput, type OutcomeMappingInput } from './mapping.input'
import { OutcomeMappingsPayload } from './mapping.payload'
import type { MappingKind } from './mapping'
import { noteTranslatorsOf } from '../translation/translators'
import { changeOf } from './mapping-change'
import type { MappingRow } from './mapping.rows'
import { keyOf, keyOfRow, keyProblems, lockMappings, touched } from './stored-mappings'

const SetArgs = inputOf(OutcomeMappingsSetInput)

// What an editor enters here is the secretariat's own; a published source is named by import.
const CONSTRUCTED = { status: 'constructed', fields: [], sources: [] }

@Resolver()
export class OutcomeMappingsSet {
  @Access(SECRETARIAT)
  @Mutation(() => OutcomeMappingsPayload, {
    description:
      'Maps outcomes of a draft to goals, targets and instruments, or changes strength and reason: all or nothing.',
  })
  outcomeMappingsSet(
    @Args(() => SetArgs) { input }: { input: OutcomeMappingsSetInput },
    @Ctx() context: Context,
  ) {
    return context.command('outcomeMappingsSet', input, async (scope) => {
      const { db, viewer, newId, record } = scope
      const { mappings } = input
      const version = await lockDraft(db, viewer, input.versionId)
      const stored = await lockMappings(db, version.id, mappings)
      const edited = mappings.map((mapping) => editMapping(stored.get(keyOf(mapping)), mapping))
      const problems = [
        ...(await keyProblems(db, version.id, mappings)),
        ...edited.flatMap(contentProblems),
        ...hiddenProblems(input),
      ]
      if (problems.length > 0) throw new Refusal(problems)

      const rows = edited.map((row) => ({
        ...row,
        id: row.id ?? newId(),
        versionId: version.id,
        provenance: stored.get(keyOfRow(row))?.provenance ?? CONSTRUCTED,
      }))
      const written = await writeMappings(db, rows)
      if (written < edited.length) {
        throw new Refusal(
          [problem('CONFLICT', 'STALE_VERSION', 'Somebody has added such a mapping meanwhile.', ['input', 'mappings'])],
          touched(version.id, mappings),
        ) // prettier-ignore
      }
      const changes = rows.map((row) => changeOf(stored.get(keyOfRow(row)), row))
      await noteChanges(scope, changes)
      await noteTranslatorsOf(scope, changes)
      record({
        action: 'outcomeMappingsSet',
        objectType: 'FrameworkVersion',
        objectId: version.id,
        administrationId: null,
        before: [...stored.values()].map(said),
        after: edited.map(said),
        facts: { code: version.code, mappings: mappings.map(keyOf) },
      })
      return touched(version.id, mappings)
    })
  }
}

interface EditedMapping {
  readonly id: string | null
  readonly outcomeCode: string
  readonly kind: MappingKind
  readonly target: string
  readonly strength: number | null
  readonly rationale: LocalizedText | null
  readonly translationStatus: TranslationStatus
  readonly version: number
}

function editMapping(row: MappingRow | undefined, input: OutcomeMappingInput): EditedMapping {
  const before = row?.rationale ?? null
  const rationale = mergeText(before, input.rationale) as LocalizedText | null
  return {
    id: row?.id ?? null,
    outcomeCode: input.outcome,
    kind: input.kind,
    target: input.target,
    strength: input.strength === undefined ? (row?.strength ?? null) : input.strength,
    rationale,
    translationStatus: restateTranslations(
      row?.translationStatus ?? { fr: {} },
      { rationale: before },
      { rationale },
    ),
    version: (row?.version ?? 0) + 1,
  }
}

const LONGEST = 4000

function contentProblems({ strength, rationale }: EditedMapping, index: number): ProblemDetail[] {
  const at = (...path: string[]) => ['input', 'mappings', String(index), ...path]
  const problems: ProblemDetail[] = []
  if (strength !== null && ![1, 2, 3].includes(strength)) {
    problems.push(badInput('BAD_STRENGTH', 'A strength is 1, 2 or 3.', at('strength')))
  }
  if (rationale && !rationale.en) {
    problems.push(badInput('TEXT_MISSING', 'The English text is missing.', at('rationale', 'en')))
  }
  for (const language of ['en', 'fr'] as const) {
    if ((rationale?.[language]?.length ?? 0) > LONGEST) {
      problems.push(
        badInput('TEXT_TOO_LONG', `The text is longer than ${LONGEST} characters.`, at('rationale', language)), // prettier-ignore
      )
    }
  }
  return problems
}

/** Writes all rows in one statement and says how many; a row added meanwhile by another is not touched. */
async function writeMappings(db: Db, rows: readonly MappingRow[]): Promise<number> {
  const written = await db
    .insertInto('outcomeMapping')
    .values(
      rows.map((row) => ({
        ...row,
        rationale: row.rationale && JSON.stringify(row.rationale),
        translationStatus: JSON.stringify(row.translationStatus),
        provenance: JSON.stringify(row.provenance),
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['versionId', 'outcomeCode', 'kind', 'target'])
        .doUpdateSet((row) => ({
          strength: row.ref('excluded.strength'),
          rationale: row.ref('excluded.rationale'),
          translationStatus: row.ref('excluded.translationStatus'),
          version: row.ref('excluded.version'),
        }))
        .whereRef('outcomeMapping.id', '=', 'excluded.id'),
    )
    .returning('id')
    .execute()
  return written.length
}

const said = (row: MappingRow | EditedMapping) => ({
  outcome: row.outcomeCode,
  kind: row.kind,
  target: row.target,
  strength: row.strength,
  rationale: row.rationale,
})
