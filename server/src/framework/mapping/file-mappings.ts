import type { CatalogueWord } from '../catalogue-words'
import type { LocalizedText } from '../definition'
import type { TranslationStatus } from '../snapshot'
import { goalsOf, instrumentsOf, type MappingKind } from './mapping'
import { goalOf, sdgTargetByCode } from './sdg-targets'

/** A mapping as a catalogue file holds it, at its outcome. */
export interface FileMapping {
  readonly kind: MappingKind
  readonly target: string
  readonly strength?: number | null
  readonly rationale?: LocalizedText | null
  readonly translationStatus?: TranslationStatus
  readonly provenance?: unknown
}

/** What of an outcome in a file speaks of mappings. */
export interface MappedEntry {
  readonly sdgs?: readonly number[]
  readonly instruments?: readonly string[]
  /** Where it is left out, the codes are the mappings, without strength. */
  readonly mappings?: readonly FileMapping[]
}

interface MappedFile {
  readonly outcomes: readonly (MappedEntry & { readonly code: string })[]
  readonly instruments: readonly { readonly code: string }[]
  readonly sdgMappingProvenance?: unknown
}

const CONSTRUCTED = { status: 'constructed', fields: [], sources: [] }
const PLAIN = { strength: null, rationale: null, translationStatus: {}, provenance: CONSTRUCTED }

const fromCodes = (entry: MappedEntry, ofGoals: unknown): readonly FileMapping[] => [
  ...listOf(entry.sdgs).map((goal) => ({ kind: 'SDG' as const, target: String(goal), provenance: ofGoals })),
  ...listOf(entry.instruments).map((target) => ({ kind: 'INSTRUMENT' as const, target })),
] // prettier-ignore

/** Name of a mapping among those of its version. */
export const mappingKey = (row: {
  readonly outcomeCode: string
  readonly kind: string
  readonly target: string
}): string => `${row.outcomeCode} ${row.kind} ${row.target}`

/** The mappings as rows of the version; `keep` finds those it had before. */
export const mappingRows = (
  file: MappedFile,
  versionId: string,
  newId: () => string,
  keep: (key: string) => { readonly id: string; readonly version: number } | undefined,
) =>
  file.outcomes.flatMap((outcome) =>
    (outcome.mappings ?? fromCodes(outcome, file.sdgMappingProvenance ?? CONSTRUCTED)).map((mapping) => {
      const { kind, target, ...said } = mapping
      const kept = keep(mappingKey({ outcomeCode: outcome.code, kind, target }))
      return {
        id: kept?.id ?? newId(),
        versionId,
        outcomeCode: outcome.code,
        kind,
        target,
        strength: said.strength ?? null,
        rationale: said.rationale ?? null,
        translationStatus: said.translationStatus ?? {},
        provenance: said.provenance ?? CONSTRUCTED,
        version: kept?.version ?? 1,
      }
    }),
  ) // prettier-ignore

/**
 * The mappings of an outcome after a file has spoken, with the codes that follow from them: what a mapping
 * does not say stays as it was, and where only codes are given, what they still reach stays.
 */
export function mergeMappings(
  before: MappedEntry,
  given: MappedEntry,
  instruments: readonly string[],
): MappedEntry {
  const old = listOf(before.mappings)
  const find = ({ kind, target }: FileMapping) =>
    old.find((each) => each.kind === kind && each.target === target)
  if (Array.isArray(given.mappings)) {
    const mappings = given.mappings.map((each) => ({ ...PLAIN, ...find(each), ...each }))
    return {
      sdgs: given.sdgs ?? goalsOf(mappings),
      instruments: given.instruments ?? instrumentsOf(mappings, instruments),
      mappings,
    }
  }
  const codes = { sdgs: given.sdgs ?? before.sdgs, instruments: given.instruments ?? before.instruments } // prettier-ignore
  const kept = old.filter(({ kind, target }) =>
    kind === 'SDG'
      ? listOf(codes.sdgs).includes(goalOf(target))
      : listOf(codes.instruments).includes(target),
  )
  const goals = goalsOf(kept)
  const added = fromCodes(codes, CONSTRUCTED).filter(({ kind, target }) =>
    kind === 'SDG'
      ? !goals.includes(Number(target))
      : !kept.some((each) => each.kind === kind && each.target === target),
  )
  return { ...codes, mappings: [...kept, ...added.map((each) => ({ ...PLAIN, ...each }))] }
}

/** What is wrong with the mappings of a file, each with the code of the outcome it stands at. */
export function checkFileMappings(
  file: MappedFile,
  goals: ReadonlySet<number>,
  note: (
    at: string,
    word: CatalogueWord,
    code: string,
    field: 'mappings' | 'sdgs' | 'instruments',
  ) => void,
): void {
  const instruments = file.instruments.map(({ code }) => code)
  for (const { code, mappings, ...codes } of file.outcomes) {
    if (mappings === undefined) continue
    if (!Array.isArray(mappings)) {
      note(code, 'NO_MAPPINGS', '', 'mappings')
      continue
    }
    const seen = new Set<string>()
    const sound: FileMapping[] = []
    for (const mapping of mappings as readonly Partial<FileMapping>[]) {
      const { kind, target, strength, rationale } = mapping ?? {}
      if (typeof target !== 'string' || !isTarget(kind, target, goals, instruments)) {
        note(
          code,
          kind === 'SDG' ? 'MAPPED_TO_GOAL' : 'MAPPED_TO_INSTRUMENT',
          String(target),
          'mappings',
        )
        continue
      }
      sound.push(mapping as FileMapping)
      if (strength != null && ![1, 2, 3].includes(strength)) {
        note(code, 'BAD_STRENGTH', '', 'mappings')
      }
      if (rationale != null && !(typeof rationale === 'object' && rationale.en)) {
        note(code, 'NO_REASON', '', 'mappings')
      }
      if (seen.has(`${kind} ${target}`)) note(code, 'MAPPED_TWICE', target, 'mappings')
      seen.add(`${kind} ${target}`)
    }
    // Of mappings to something unknown nothing follows that could be compared.
    if (sound.length < mappings.length) continue
    if (differs(codes.sdgs, goalsOf(sound))) {
      note(code, 'OTHER_GOALS', '', 'sdgs')
    }
    if (differs(codes.instruments, instrumentsOf(sound, instruments))) {
      note(code, 'OTHER_INSTRUMENTS', '', 'instruments')
    }
  }
}

/** Whether something of the kind may be mapped to. */
export const isTarget = (
  kind: unknown,
  target: string,
  goals: ReadonlySet<number>,
  instruments: readonly string[],
): boolean =>
  kind === 'SDG'
    ? (/^\d+$/.test(target) && goals.has(Number(target))) || sdgTargetByCode.has(target)
    : kind === 'INSTRUMENT' && instruments.includes(target)

// A file with mappings need not repeat the codes at its outcomes.
const differs = <T>(given: readonly T[] | undefined, derived: readonly T[]): boolean =>
  Array.isArray(given) &&
  given.length > 0 &&
  (given.length !== derived.length || !given.every((each) => derived.includes(each)))

// What came in from a file need not be of the type it is declared as.
const listOf = <T>(value: readonly T[] | undefined): readonly T[] =>
  Array.isArray(value) ? value : []
