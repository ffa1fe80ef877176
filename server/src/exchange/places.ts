import type { ReadProblem } from './reading/read-file.worker'

/** Places of a file as people find them: cells of a workbook, or paths of a JSON text. */
export class Places {
  readonly #cells: Readonly<Record<string, string>> | null

  constructor(cells: Readonly<Record<string, string>> | null) {
    this.#cells = cells
  }

  of({ at, pointer }: Pick<ReadProblem, 'at' | 'pointer'>): string {
    if (at !== null) return at
    const path = pointer ?? ''
    if (this.#cells === null) return jsonPath(path)
    for (let known = path; known !== ''; known = known.slice(0, known.lastIndexOf('/'))) {
      const cell = this.#cells[known]
      if (cell) return cell
    }
    return path === '' ? 'Version' : jsonPath(path)
  }
}

/** `$.kpis[3].name.en` for `/kpis/3/name/en`. */
export const jsonPath = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .reduce((path, step) => `${path}${/^\d+$/.test(step) ? `[${step}]` : `.${step}`}`, '$')
