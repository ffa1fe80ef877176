import { ensure, type CommandScope, type Context } from '#access'
import { Refusal, notFound, problem, uuidOf } from '#platform'
import { catalogueOf } from '../catalogue'
import { canEdit } from '../policies'
import { loadSnapshot } from '../snapshot.rows'
import type { LineageKind } from './enums'
import { lineageOfVersions } from './lineage.rows'

const PATH = ['input', 'versionId']

interface Subject {
  readonly versionId: string
  readonly kind: LineageKind
  readonly code?: string | null
  readonly ancestors: readonly string[]
}

/** A draft whose lineage is to be stated, held against a submission, with what was stated so far. */
export async function lockLineage(
  context: Context,
  { db, viewer }: CommandScope,
  subject: Subject,
) {
  const versionId = uuidOf('FV', subject.versionId)
  const seen = versionId
    ? await db
        .selectFrom('frameworkVersion')
        .select(['id', 'status', 'submittedBy', 'approvedBy'])
        .where('id', '=', versionId)
        .executeTakeFirst()
    : undefined
  if (!seen) throw notFound(PATH)
  ensure(canEdit(viewer, seen), PATH)
  // Statements about one version wait for one another, since several nodes share an ancestor.
  const held = await db
    .selectFrom('frameworkVersion')
    .select('id')
    .where('id', '=', seen.id)
    .where('status', '=', 'DRAFT')
    .forUpdate()
    .executeTakeFirst()
  if (!held) {
    throw new Refusal([
      problem('CONFLICT', 'WRONG_STATE', 'Only a draft version can be changed.', PATH),
    ])
  }
  const snapshot = (await loadSnapshot(db, seen.id))!
  const baseId = snapshot.version.baseVersionId
  const base =
    baseId === null ? null : (catalogueOf(context).byId(baseId) ?? (await loadSnapshot(db, baseId)))
  const all = (await lineageOfVersions(db, [seen.id])).get(seen.id) ?? []
  const stated = all.filter(({ isStated }) => isStated)
  const code = subject.code ?? null
  const ancestorCode = code === null ? (subject.ancestors[0] ?? null) : null
  const links = stated.filter(
    (link) =>
      link.kind === subject.kind &&
      link.code === code &&
      (code !== null || link.ancestorCode === ancestorCode),
  )
  const clear = () => {
    const own = db
      .deleteFrom('nodeLineage')
      .where('versionId', '=', seen.id)
      .where('nodeKind', '=', subject.kind)
      .where('isStated', '=', true)
    return (
      code === null
        ? own.where('nodeCode', 'is', null).where('ancestorCode', '=', ancestorCode)
        : own.where('nodeCode', '=', code)
    ).execute()
  }
  return {
    base,
    snapshot,
    stated,
    links,
    before: { version: links[0]?.version ?? 0 },
    ids: { versionId: seen.id, kind: subject.kind, code, ancestorCode },
    clear,
  }
}
