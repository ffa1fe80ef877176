import type { CommandScope } from '#access'
import { compare, type ReadContent } from './compare'
import type { AbsentEntries, FileFormat } from './framework-import.type'
import { hashOfImport, type ImportSubject } from './import-subject'

interface ReadFile {
  readonly fileName: string
  readonly format: `${FileFormat}`
  readonly size: number | string
  readonly sha256: string
  readonly content: ReadContent
}

/** Compares what a file holds with its subject, and keeps what was found as a dry run. */
export async function storeImport(
  { db, viewer, now, newId, record }: CommandScope,
  action: 'frameworkImportCheck' | 'frameworkImportRecheck',
  { content, ...file }: ReadFile,
  subject: ImportSubject,
  { absent, code }: { readonly absent: `${AbsentEntries}`; readonly code: string },
): Promise<{ readonly importId: string }> {
  const { entries, merged } = compare(content, subject.current, absent, subject.ground)
  const status = merged === null ? 'REJECTED' : 'READY'
  const importId = newId()
  await db
    .insertInto('frameworkImport')
    .values({
      ...file,
      id: importId,
      status,
      code,
      absent,
      draftId: subject.draftId,
      baseId: subject.baseId,
      comparedHash: subject.comparedHash,
      contentHash: hashOfImport(content.catalogue, subject, absent, code),
      content: JSON.stringify(content),
      report: JSON.stringify({ entries }),
      authorId: viewer.personId!,
      createdAt: now,
    })
    .execute()
  record({
    action,
    objectType: subject.draftId === null ? null : 'FrameworkVersion',
    objectId: subject.draftId,
    administrationId: null,
    facts: { sha256: file.sha256, status, entries: entries.length },
  })
  return { importId }
}
