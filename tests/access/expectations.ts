import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Lines of a table of expectations, by the names in its first line. */
export function expectations<K extends string>(
  file: string,
  columns: readonly K[],
): readonly Readonly<Record<K, string>>[] {
  const text = readFileSync(join(import.meta.dirname, 'expectations', file), 'utf8')
  const [head, ...lines] = text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map(cellsOf)
  for (const column of columns) {
    if (!head?.includes(column)) throw new Error(`${file} has no column ${column}.`)
  }
  return lines.map((cells, index) => {
    if (cells.length !== head!.length) {
      throw new Error(
        `${file}, line ${index + 2}: ${cells.length} cells, expected ${head!.length}.`,
      )
    }
    return Object.fromEntries(head!.map((name, at) => [name, cells[at]!])) as Record<K, string>
  })
}

// A cell in double quotes may hold a comma.
const cellsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    (quoted ?? plain ?? '').trim(),
  )

/** The words of a cell. */
export const words = (cell: string): readonly string[] => cell.split(/\s+/).filter(Boolean)
