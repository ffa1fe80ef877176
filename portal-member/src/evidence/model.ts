import type { EvidenceConfidentiality, EvidenceFieldsFragment } from '../generated/graphql'

export type EvidenceEntry = EvidenceFieldsFragment
export type EvidenceRevisionEntry = NonNullable<EvidenceEntry['revisions']>[number]

/** What is said of a piece of evidence, as the form holds it. */
export interface EvidenceDetails {
  title: string
  language: string
  dated: string | null
  confidentiality: EvidenceConfidentiality
  kpiCodes: string[]
}

/** Languages offered, those of the WCO's members first met in practice; any other can be typed as a code. */
export const LANGUAGES = ['en', 'fr', 'es', 'pt', 'ar', 'ru', 'zh', 'de', 'it', 'nl', 'sw', 'tr', 'id', 'vi', 'ja', 'ko'] as const // prettier-ignore

export const LARGEST_FILE = 25 * 1024 * 1024

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
  csv: 'text/csv',
  txt: 'text/plain',
}

/** Endings for the file picker. */
export const ACCEPTED = Object.keys(TYPES)
  .map((ending) => `.${ending}`)
  .join(',')

/** The type that belongs to the name, not the one the system guesses: it differs from machine to machine. */
export function mediaTypeOf(fileName: string): string | null {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(TYPES, ending) ? TYPES[ending]! : null
}

/** What is wrong with a file as soon as it is chosen, by its name and size. */
export function fileProblem({ name, size }: Pick<File, 'name' | 'size'>) {
  if (mediaTypeOf(name) === null) return 'BAD_FORMAT'
  return size === 0 || size > LARGEST_FILE ? 'FILE_TOO_LARGE' : null
}

/** The name of the file is a fair first title. */
export const titleOf = ({ name }: Pick<File, 'name'>): string =>
  name.replace(/\.[a-z]+$/i, '').replaceAll(/[_-]+/g, ' ')

/** Evidence that backs nothing, and KPIs that nothing backs. */
export function gapsOf(evidence: readonly EvidenceEntry[], kpis: readonly string[]) {
  const backed = new Set(evidence.flatMap(({ kpiCodes }) => kpiCodes))
  return {
    orphans: evidence.filter(({ kpiCodes }) => kpiCodes.length === 0),
    missing: kpis.filter((code) => !backed.has(code)),
    backed: kpis.filter((code) => backed.has(code)).length,
  }
}
