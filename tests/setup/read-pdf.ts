import { getDocumentProxy } from 'unpdf'

interface StructNode {
  readonly role?: string
  readonly children?: readonly StructNode[]
}

/** A document as a second program reads it: its text, its tags and what it says of itself. */
export async function readPdf(bytes: Buffer) {
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  const pages: string[] = []
  const roles = new Map<string, number>()
  const count = ({ role, children }: StructNode) => {
    if (role) roles.set(role, (roles.get(role) ?? 0) + 1)
    for (const child of children ?? []) count(child)
  }
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(
      items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
    )
    count((await page.getStructTree()) as StructNode)
  }
  const { info } = (await document.getMetadata()) as unknown as { info: Record<string, unknown> }
  const marks = (await document.getMarkInfo()) as { Marked?: boolean } | null
  await document.loadingTask.destroy()
  const raw = bytes.toString('latin1')
  return {
    pages,
    text: pages.join('\n'),
    roles,
    title: info['Title'],
    language: info['Language'],
    isMarked: marks?.Marked === true,
    claimsUa1: raw.includes('<pdfuaid:part>1</pdfuaid:part>'),
    hasTree: raw.includes('/StructTreeRoot'),
    showsTitle: raw.includes('/DisplayDocTitle true'),
  }
}
