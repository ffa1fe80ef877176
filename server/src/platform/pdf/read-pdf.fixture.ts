import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

interface StructNode {
  readonly role?: string
  readonly children?: readonly StructNode[]
}

/** A document as a second program reads it: its text, its tags and what it says of itself. */
export async function readPdf(bytes: Buffer) {
  const loading = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    useWorkerFetch: false,
  })
  const document = await loading.promise
  const pages: string[] = []
  const roles = new Map<string, number>()
  const count = ({ role, children }: StructNode) => {
    if (role) roles.set(role, (roles.get(role) ?? 0) + 1)
    for (const child of children ?? []) count(child)
  }
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    count((await page.getStructTree()) as StructNode)
  }
  const { info } = (await document.getMetadata()) as { info: Record<string, unknown> }
  const marks = (await document.getMarkInfo()) as unknown as ReadonlyMap<string, boolean>
  await loading.destroy()
  const raw = bytes.toString('latin1')
  return {
    pages,
    text: pages.join('\n'),
    roles,
    title: info['Title'],
    language: info['Language'],
    isMarked: marks.get('Marked') === true,
    claimsUa1: raw.includes('<pdfuaid:part>1</pdfuaid:part>'),
    hasTree: raw.includes('/StructTreeRoot'),
    showsTitle: raw.includes('/DisplayDocTitle true'),
  }
}
