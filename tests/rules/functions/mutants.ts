import { parseSync } from 'vite'
import { changesIn, type Change } from './changes.ts'
import { children, nameOf, type Node } from './syntax.ts'

/** One decision of a file, changed in one way. */
export interface Mutant {
  readonly file: string
  readonly line: number
  /** The function or the entry of a table that decides. */
  readonly within: string
  readonly from: string
  readonly to: string
  /** The whole file with the change. */
  readonly text: string
}

/** Every rule a file decides by deleted or widened, each alone. */
export function mutantsOf(file: string, source: string): readonly Mutant[] {
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`)
  const root = program as unknown as Node
  const changes = changesIn(root, source)
  const mutants = new Map<string, Mutant>()
  visit(root, [])
  return [...mutants.values()]

  function visit(node: Node, above: readonly Node[]): void {
    const within = [...above, node].map(nameOf).filter(Boolean).join('.')
    for (const change of changes(node, above)) add(change, within)
    for (const child of children(node)) visit(child, [...above, node])
  }

  function add({ whole, start, end, to }: Change, within: string): void {
    const text = source.slice(0, start) + to + source.slice(end)
    if (text === source || mutants.has(text)) return
    mutants.set(text, {
      file,
      line: source.slice(0, whole.start).split('\n').length,
      within,
      from: oneLine(source.slice(whole.start, whole.end)),
      to: oneLine(source.slice(whole.start, start) + to + source.slice(end, whole.end)),
      text,
    })
  }
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
