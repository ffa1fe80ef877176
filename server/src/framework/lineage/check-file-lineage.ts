import type { CatalogueFile, CatalogueProblem } from '../catalogue-file'
import { catalogueProblem, formulaProblem } from '../catalogue-words'
import { KpiRelation } from '../enums'
import type { GuidedSnapshot } from '../snapshot'
import { conversionErrors } from './conversion'
import { Comparability, LineageKind } from './enums'
import { nodesOfFile } from './file-nodes'
import { statementOf } from './statement'
import { continuedIn, statementProblems } from './statement-problems'
import { statementKey, type LineageStatement } from './statements'
import { lineageWords } from './words'

/** Everything wrong with the statements of a catalogue, for a draft that is developed from `base`. */
export function checkFileLineage(
  file: CatalogueFile,
  base: GuidedSnapshot | null,
  draft: GuidedSnapshot | null,
): readonly CatalogueProblem[] {
  const statements = (file.lineage ?? []).filter(isSound)
  const placed = (statement: LineageStatement, field: string) => ({
    at: statementKey(statement),
    place: { list: 'lineage', field },
  })
  if (!base) {
    return statements.map((statement) => ({
      ...catalogueProblem(statementKey(statement), 'NO_BASE', {}, placed(statement, 'code').place),
      reason: 'NO_BASE',
    }))
  }
  const nodes = nodesOfFile(file, base, draft)
  const links = statements.flatMap((statement) => statementOf(base, statement, 1))
  let continued: ReadonlySet<string> | undefined
  return statements.flatMap((statement) => [
    ...statementProblems(base, nodes, () => (continued ??= continuedIn(base, nodes, links)), statement)
      .filter(({ path }) => !isInFormula(path))
      .map(({ reason, message, path }) => ({
        ...placed(statement, fieldOf(path)),
        reason,
        message,
        french: lineageWords(reason, statement, path),
      })),
    ...formulaProblems(statement),
  ]) // prettier-ignore

  function formulaProblems(statement: LineageStatement): readonly CatalogueProblem[] {
    const { kind, code, ancestors, conversion } = statement
    const kpi = kind === 'KPI' && nodes.kpiByCode.get(code ?? '')
    const ancestor = ancestors.length === 1 && base!.kpiByCode.get(ancestors[0]!)
    if (!kpi || !ancestor || !conversion?.trim()) return []
    const { at, place } = placed(statement, 'conversion')
    return conversionErrors(conversion.trim(), ancestor, kpi, nodes).map((error) => ({
      ...formulaProblem(at, error, place),
      reason: error.code,
    }))
  }
}

// The schema rejects the others already, and nothing can be asked of them.
const isSound = (given: LineageStatement): boolean =>
  typeof given === 'object' && given !== null &&
  given.kind in LineageKind && given.relation in KpiRelation && given.comparability in Comparability &&
  (given.code === null || typeof given.code === 'string') &&
  Array.isArray(given.ancestors) && given.ancestors.every((code) => typeof code === 'string') &&
  (given.conversion === null || typeof given.conversion === 'string') // prettier-ignore

const fieldOf = ([, field = 'code', language]: readonly string[]): string =>
  field === 'note' && language ? `note/${language}` : field

// Said again by the formula itself, in both languages.
const isInFormula = ([, field, span]: readonly string[]) =>
  field === 'conversion' && span !== undefined
