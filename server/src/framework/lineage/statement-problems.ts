import { badInput, problem, type ProblemDetail } from '#platform'
import type { VersionSnapshot } from '../snapshot'
import { compareNodes } from './compare-nodes'
import { conversionErrors } from './conversion'
import { findLineage } from './find-lineage'
import { nodeOf, type LineageLink } from './lineage'
import type { LineageKind } from './enums'
import type { StatementInput } from './statement'

const at = (...path: string[]) => ['input', ...path]

/** The ancestors that go on in a version, by kind and code. */
export const continuedIn = (
  base: VersionSnapshot,
  draft: VersionSnapshot,
  stated: readonly LineageLink[],
): ReadonlySet<string> =>
  new Set(
    findLineage(base, draft, stated).flatMap(({ kind, code, ancestorCode }) =>
      code === null ? [] : [keyOf(kind, ancestorCode)],
    ),
  )

/** Everything wrong with a statement about the lineage of a node, all at once; `continued` is asked for where it is needed. */
export function statementProblems(
  base: VersionSnapshot | null,
  draft: VersionSnapshot,
  continued: () => ReadonlySet<string>,
  input: StatementInput,
): readonly ProblemDetail[] {
  if (!base) {
    return [
      problem('CONFLICT', 'NO_BASE', 'The version developed from none, so its nodes are all new.', at('versionId')),
    ] // prettier-ignore
  }
  return [
    ...nodeProblems(draft, continued, input),
    ...ancestorProblems(base, input),
    ...relationProblems(base, draft, input),
    ...conversionProblems(base, draft, input),
    ...noteProblems(input),
  ]
}

function* nodeProblems(
  draft: VersionSnapshot,
  continued: () => ReadonlySet<string>,
  { kind, code, ancestors, relation }: StatementInput,
): Generator<ProblemDetail> {
  if (code != null && !nodeOf(draft, kind, code)) {
    yield badInput('UNKNOWN_CODE', `The draft has no such node ${code}.`, at('code'))
  }
  if ((code == null) !== (relation === 'RETIRED')) {
    yield badInput('BAD_RELATION', 'Retired is said of an ancestor, without a code.', at('code'))
  }
  const ancestor = ancestors[0]
  if (code == null && ancestor !== undefined && continued().has(keyOf(kind, ancestor))) {
    yield badInput('ANCESTOR_CONTINUES', `${ancestor} goes on in the draft.`, at('ancestors'))
  }
}

const keyOf = (kind: LineageKind, code: string | null) => `${kind} ${code ?? ''}`

const COUNTS = {
  NEW: [0, 0],
  MERGED: [2, Infinity],
} as const satisfies Partial<Record<string, readonly [number, number]>>

function* ancestorProblems(
  base: VersionSnapshot,
  { kind, ancestors, relation }: StatementInput,
): Generator<ProblemDetail> {
  const [least, most] = COUNTS[relation as keyof typeof COUNTS] ?? [1, 1]
  if (ancestors.length < least || ancestors.length > most) {
    const wanted = relation === 'NEW' ? 'no ancestor' : relation === 'MERGED' ? 'two ancestors or more' : 'one ancestor' // prettier-ignore
    yield badInput('ANCESTOR_COUNT', `This relation has ${wanted}.`, at('ancestors'))
  }
  const seen = new Set<string>()
  for (const code of ancestors) {
    if (seen.has(code)) {
      yield badInput('ANCESTOR_TWICE', `${code} is named twice.`, at('ancestors', code))
    }
    seen.add(code)
    if (!nodeOf(base, kind, code)) {
      yield badInput('UNKNOWN_ANCESTOR', `The base version has no such node ${code}.`, at('ancestors', code)) // prettier-ignore
    }
  }
}

const PLAIN = {
  SAME: 'IDENTICAL',
  REWORDED: 'EDITORIAL',
  NEW: 'NOT_COMPARABLE',
  RETIRED: 'NOT_COMPARABLE',
} as const satisfies Partial<Record<string, string>>

function* relationProblems(
  base: VersionSnapshot,
  draft: VersionSnapshot,
  { kind, code, ancestors, relation, comparability }: StatementInput,
): Generator<ProblemDetail> {
  const plain = PLAIN[relation as keyof typeof PLAIN]
  const wanted = plain ? [plain] : ['WITH_CONVERSION', 'NOT_COMPARABLE']
  if (!wanted.includes(comparability)) {
    yield badInput(
      'BAD_COMPARABILITY',
      plain
        ? `This relation goes with ${plain} only.`
        : 'What changed so is comparable through a conversion, or not at all.',
      at('comparability'),
    )
  }
  const node = nodeOf(draft, kind, code ?? null)
  const ancestor = ancestors.length === 1 ? nodeOf(base, kind, ancestors[0]!) : null
  if (!node || !ancestor) return
  const found = compareNodes(kind, { in: base, node: ancestor }, { in: draft, node })
  const isFound = relation === 'SPLIT' || relation === 'MERGED' || relation === found
  if (!isFound && relation !== 'NEW') {
    yield badInput('RELATION_DIFFERS', `The two nodes differ otherwise: ${found}.`, at('relation'))
  }
}

function* conversionProblems(
  base: VersionSnapshot,
  draft: VersionSnapshot,
  { kind, code, ancestors, comparability, conversion }: StatementInput,
): Generator<ProblemDetail> {
  const text = conversion?.trim() ?? ''
  if ((text !== '') !== (comparability === 'WITH_CONVERSION')) {
    yield badInput(
      'CONVERSION_MISSING',
      'A conversion is stored where values are comparable through one, and only there.',
      at('conversion'),
    )
  }
  if (text === '') return
  const kpi = kind === 'KPI' ? draft.kpiByCode.get(code ?? '') : undefined
  const ancestor = ancestors.length === 1 ? base.kpiByCode.get(ancestors[0]!) : undefined
  if (kind !== 'KPI' || ancestors.length > 1) {
    yield badInput('CONVERSION_UNFIT', 'Only a KPI with one ancestor has a conversion.', at('conversion')) // prettier-ignore
  }
  if (!kpi || !ancestor) return
  for (const error of conversionErrors(text, ancestor, kpi, draft)) {
    yield badInput(error.code, error.message, at('conversion', `${error.at.start}-${error.at.end}`))
  }
}

function* noteProblems({
  kind,
  relation,
  comparability,
  note,
}: StatementInput): Generator<ProblemDetail> {
  const [en, fr] = [note?.en?.trim() ?? '', note?.fr?.trim() ?? '']
  const isNeeded = kind === 'KPI' && comparability === 'NOT_COMPARABLE' && relation !== 'NEW'
  if (!isNeeded && en === '' && fr === '') return
  if (en === '') yield badInput('TEXT_MISSING', 'The English text is missing.', at('note', 'en'))
  if (fr === '') yield badInput('TEXT_MISSING', 'The French text is missing.', at('note', 'fr'))
}
