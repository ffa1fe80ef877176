import { createHash } from 'node:crypto'
import { ensure, type Viewer } from '#access'
import {
  canDerive,
  canEdit,
  canonical,
  catalogueOfSnapshot,
  checkCatalogue,
  checkFileLineage,
  contentHashOf,
  checkRetiredCodes,
  loadGuided,
  retiredCodes,
  type CatalogueFile,
  type GuidedSnapshot,
} from '#framework'
import { Refusal, badInput, notFound, problem, uuidOf, type Db } from '#platform'
import type { Ground } from './compare'

const CODE = /^[A-Z0-9][A-Z0-9-]{2,39}$/

/** What a file is compared with: a draft, the base of a new one, or nothing. */
export interface ImportSubject {
  readonly draftId: string | null
  readonly baseId: string | null
  readonly current: CatalogueFile | null
  readonly comparedHash: string | null
  readonly code: string | null
  readonly ground: Ground
}

export interface SubjectInput {
  readonly draftVersionId?: string | null
  readonly baseVersionId?: string | null
}

/** The draft or base as it is now; hidden and absent are alike. */
export async function subjectOf(
  db: Db,
  viewer: Viewer,
  input: SubjectInput,
): Promise<ImportSubject> {
  const { draftVersionId, baseVersionId } = input
  if (draftVersionId != null && baseVersionId != null) {
    throw new Refusal([
      badInput('TWO_SUBJECTS', 'A file goes into a draft, or into a new one with a base.', ['input', 'baseVersionId']),
    ]) // prettier-ignore
  }
  const given = draftVersionId ?? baseVersionId
  if (given == null)
    return {
      draftId: null,
      baseId: null,
      current: null,
      comparedHash: null,
      code: null,
      ground: groundOf(null, null, new Set()),
    }
  const path = ['input', draftVersionId == null ? 'baseVersionId' : 'draftVersionId']
  const id = uuidOf('FV', given)
  const guided = id ? await loadGuided(db, id) : null
  if (!guided) throw notFound(path)
  ensure(
    draftVersionId == null ? canDerive(viewer, guided.version) : canEdit(viewer, guided.version),
    path,
  )
  const draft = draftVersionId == null ? null : guided
  const baseId = draft ? draft.version.baseVersionId : guided.version.id
  const base = draft ? baseId && (await loadGuided(db, baseId)) : guided
  const retired = await retiredCodes(db, baseId)
  const content = catalogueOfSnapshot(guided) as unknown as CatalogueFile
  return {
    draftId: draft ? draft.version.id : null,
    baseId: draft ? null : guided.version.id,
    // What is stated about the base speaks of the version before it.
    current: draft ? content : { ...content, lineage: [] },
    ground: groundOf(base || null, draft, retired),
    comparedHash: contentHashOf(guided),
    code: draft ? draft.version.code : null,
  }
}

const groundOf = (
  base: GuidedSnapshot | null,
  draft: GuidedSnapshot | null,
  retired: ReadonlySet<string>,
): Ground => ({
  check: (file) => [
    ...checkCatalogue(file),
    ...checkRetiredCodes(file, retired),
    ...checkFileLineage(file, base, draft),
  ],
  baseCode: base && base.version.code,
})

/** Hash over what was read, what it is compared with and how: the same only when nothing has moved. */
export const hashOfImport = (
  catalogue: unknown,
  { comparedHash }: Pick<ImportSubject, 'comparedHash'>,
  absent: string,
  code: string,
): string =>
  createHash('sha256').update(canonical({ catalogue, comparedHash, absent, code })).digest('hex')

/** Refuses a code for a new draft that is malformed or taken. */
export async function ensureFreeCode(db: Db, code: string): Promise<void> {
  const path = ['input', 'code']
  if (!CODE.test(code)) {
    throw new Refusal([
      badInput('BAD_CODE', 'A code has 3 to 40 capitals, digits and hyphens.', path),
    ])
  }
  const taken = await db
    .selectFrom('frameworkVersion').select('id').where('code', '=', code).executeTakeFirst() // prettier-ignore
  if (taken)
    throw new Refusal([
      problem('CONFLICT', 'CODE_TAKEN', `Another version has the code ${code}: give the new draft one of its own, or choose that draft.`, path),
    ]) // prettier-ignore
}
