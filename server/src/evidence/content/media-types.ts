/** The largest file that is taken, in bytes. */
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

/** The media type the ending of a file name promises, or null where such files are not taken. */
export function mediaTypeOf(fileName: string): string | null {
  const ending = /\.([a-z]+)\s*$/i.exec(fileName)?.[1]?.toLowerCase()
  return (ending && Object.hasOwn(TYPES, ending) && TYPES[ending]) || null
}
