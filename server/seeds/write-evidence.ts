import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { insertRows } from '#platform'
import { MONTHS, NOTES, REPORT, REPORT_DRAFT, type DemoFile } from './demo-files'
import { sequenceIds } from './ids'
import type { Written, WrittenAssessment } from './written'

/** Administrations whose people hand evidence in; the others show what an empty list looks like. */
const ADMINISTRATIONS = new Set(['XAL', 'XIS', 'XKE', 'XNO', 'XOR', 'XPE', 'XSO', 'XTE', 'XVA', 'XYL']) // prettier-ignore

interface DemoEvidence {
  readonly title: string
  readonly language: 'en' | 'fr'
  readonly dated: string | null
  readonly confidentiality: 'ORDINARY' | 'RESTRICTED'
  readonly isShared: boolean
  readonly kpis: readonly string[]
  readonly contents: readonly (DemoFile | string)[]
}

const EVIDENCE: readonly DemoEvidence[] = [
  {
    title: 'Annual report of Customs (invented)', language: 'en', dated: '2025-03-31', confidentiality: 'ORDINARY',
    isShared: true, kpis: ['RC-01-1', 'TF-01-1'], contents: [REPORT_DRAFT, REPORT],
  },
  {
    title: 'Déclarations par mois (fictif)', language: 'fr', dated: '2025-01-15', confidentiality: 'RESTRICTED',
    isShared: false, kpis: ['TF-01-1'], contents: [MONTHS],
  },
  {
    title: 'Organisation chart (invented)', language: 'en', dated: null, confidentiality: 'ORDINARY',
    isShared: true, kpis: ['OD-02-1'], contents: ['https://customs.example/organisation'],
  },
  {
    title: 'Notes of the working group (invented)', language: 'en', dated: null, confidentiality: 'RESTRICTED',
    isShared: false, kpis: [], contents: [NOTES],
  },
] // prettier-ignore

/** Evidence of some assessments of the world, and what of it was attached to their submissions. */
export async function writeEvidence(
  { db, world, people }: Written,
  assessments: ReadonlyMap<string, WrittenAssessment>,
): Promise<void> {
  const ids = sequenceIds('demonstration evidence')
  const tables: Record<string, object[]> = {}
  const add = (table: string, row: object) => void (tables[table] ??= []).push(row)
  const files = new Set<string>()
  for (const demo of world.assessments) {
    const written = assessments.get(`${demo.administration}:${demo.cycle}`)
    if (!written || !ADMINISTRATIONS.has(demo.administration)) continue
    const author = people.get(demo.coordinator)!
    const at = demo.startedAt
    const place = { assessmentId: written.id, administrationId: written.administrationId }
    for (const item of EVIDENCE) {
      const evidenceId = ids.next()
      const { title, language, dated, confidentiality, kpis } = item
      const told = { title, language, dated, confidentiality }
      add('evidence', {
        id: evidenceId, ...place, ...told, revision: item.contents.length, createdAt: at, createdBy: author,
        updatedAt: at, updatedBy: author,
      }) // prettier-ignore
      add('evidenceSharing', { evidenceId, ...place, isShared: item.isShared, changedAt: at, changedBy: author }) // prettier-ignore
      for (const kpiCode of kpis)
        add('evidenceUse', { evidenceId, ...place, kpiCode, addedAt: at, addedBy: author })
      for (const [index, content] of item.contents.entries()) {
        const revision = revisionOf(content)
        const revisionId = ids.next()
        const number = index + 1
        add('evidenceRevision', { id: revisionId, evidenceId, ...place, number, ...revision, writtenAt: at, writtenBy: author }) // prettier-ignore
        add('evidenceSource', {
          revisionId,
          ...place,
          fileName: typeof content === 'string' ? null : content.fileName,
          url: typeof content === 'string' ? content : null,
        })
        const key = `${place.administrationId}/${revision.sha256}`
        if (typeof content !== 'string' && !files.has(key)) {
          files.add(key)
          // Made by the seed itself, which counts as looked at.
          add('evidenceFile', {
            administrationId: place.administrationId, sha256: revision.sha256, size: revision.size,
            mediaType: revision.mediaType, scanState: 'CLEAN', scannedAt: at, storedAt: at,
          }) // prettier-ignore
        }
        if (written.submissionId && kpis.length > 0 && number === item.contents.length) {
          add('submissionEvidence', {
            id: ids.next(), submissionId: written.submissionId, ...place, evidenceId, revisionId, number, ...told,
            ...revision, kpiCodes: [...kpis],
          }) // prettier-ignore
        }
      }
    }
  }
  for (const table of ORDER) await insertRows(db, table, tables[table] ?? [])
  await sql`update assessment_progress p set kpis_evidenced = u.kpis from
    (select assessment_id, count(distinct kpi_code) as kpis from evidence_use group by assessment_id) u
    where u.assessment_id = p.assessment_id`.execute(db)
}

const ORDER = [
  'evidence', 'evidenceSharing', 'evidenceUse', 'evidenceFile', 'evidenceRevision', 'evidenceSource', 'submissionEvidence',
] as const // prettier-ignore

function revisionOf(content: DemoFile | string) {
  if (typeof content === 'string') {
    const sha256 = createHash('sha256').update(content).digest('hex')
    return { kind: 'LINK', sha256, size: null, mediaType: null }
  }
  const { sha256, bytes, mediaType } = content
  return { kind: 'FILE', sha256, size: bytes.length, mediaType }
}
