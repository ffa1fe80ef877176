import { createHash } from 'node:crypto'

/** A file of the demonstration world: made up, and saying so itself. */
export interface DemoFile {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Buffer
  readonly sha256: string
}

const INVENTED = 'Demonstration data. Everything in this file is invented.'
const FICTIVES = 'Données de démonstration. Tout ce que contient ce fichier est fictif.'

export const REPORT_DRAFT = file(
  'annual-report-draft.pdf',
  'application/pdf',
  pdf(`${INVENTED} First draft.`),
)
export const REPORT = file('annual-report.pdf', 'application/pdf', pdf(INVENTED))
export const MONTHS = file('declarations-mensuelles.csv', 'text/csv', Buffer.from(monthly(), 'utf8')) // prettier-ignore
export const NOTES = file('working-group.txt', 'text/plain', Buffer.from(`${INVENTED}\n`, 'utf8'))

/** All of them by their hash. */
export const DEMO_FILES: ReadonlyMap<string, DemoFile> = new Map(
  [REPORT_DRAFT, REPORT, MONTHS, NOTES].map((each) => [each.sha256, each]),
)

function file(fileName: string, mediaType: string, bytes: Buffer): DemoFile {
  return { fileName, mediaType, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function monthly(): string {
  const months = Array.from({ length: 12 }, (_, at) => `2024-${String(at + 1).padStart(2, '0')};${1000 + at * 10}`) // prettier-ignore
  return [`# ${FICTIVES}`, 'mois;déclarations', ...months, ''].join('\r\n')
}

/** One page with one line of text. */
function pdf(text: string): Buffer {
  const content = `BT /F1 14 Tf 72 760 Td (${text}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = body.length
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(body + table + end, 'latin1')
}
