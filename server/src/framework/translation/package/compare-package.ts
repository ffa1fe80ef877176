import { registerEnumType } from 'type-graphql'
import { lengthOf } from '../../text-length'
import { frenchOf, frenchProblems } from '../french'
import type { TextRow } from '../translation.rows'
import type { TextChange } from '../write-texts'
import type { PackageUnit } from './read-xliff'

export const PackageVerdict = {
  NEW: 'NEW',
  CHANGED: 'CHANGED',
  CONFIRMED: 'CONFIRMED',
  UNCHANGED: 'UNCHANGED',
  REJECTED: 'REJECTED',
} as const
export type PackageVerdict = keyof typeof PackageVerdict

registerEnumType(PackageVerdict, {
  name: 'TranslationPackageVerdict',
  description:
    'What importing a unit of a translation package would do. Clients must accept unknown values.',
  valuesConfig: {
    NEW: { description: 'Gives French to a text that has none.' },
    CHANGED: { description: 'Replaces the French text.' },
    CONFIRMED: { description: 'Confirms an outdated French text as it is.' },
    UNCHANGED: { description: 'Nothing.' },
    REJECTED: { description: 'Nothing, because the unit does not fit; the reason says why.' },
  },
})

export interface ComparedUnit {
  readonly unit: string
  readonly line: number
  readonly verdict: PackageVerdict
  readonly reason: string | null
  readonly message: string | null
  readonly before: string
  readonly after: string
  readonly row: TextRow | null
}

/** States by which a tool says that somebody has looked at the text in front of them. */
const LOOKED_AT = new Set(['translated', 'signed-off', 'final', 'reviewed'])

/** What each unit of a package would do to the texts of a version, in the order of the file. */
export function comparePackage(
  units: readonly PackageUnit[],
  texts: readonly TextRow[],
): readonly ComparedUnit[] {
  const rows = new Map(texts.map((row) => [row.unit, row]))
  const seen = new Set<string>()
  return units.map((unit) => {
    const isTwice = seen.has(unit.id)
    seen.add(unit.id)
    return compared(unit, rows.get(unit.id) ?? null, isTwice)
  })
}

function compared(unit: PackageUnit, row: TextRow | null, isTwice: boolean): ComparedUnit {
  const after = frenchOf(unit.target)
  const base = { unit: unit.id.slice(0, 200), line: unit.line, before: row?.fr ?? '', after, row }
  const rejected = (reason: string, message: string): ComparedUnit => ({
    ...base,
    verdict: 'REJECTED',
    reason,
    message,
  })
  if (!row) return rejected('UNKNOWN_UNIT', 'The version has no text of this name.')
  if (isTwice) return rejected('UNIT_TWICE', 'The file names this text twice.')
  if (frenchOf(unit.source) !== frenchOf(row.en)) {
    return rejected('SOURCE_CHANGED', 'The English text of the file is not the present one.')
  }
  const [fault] = [...frenchProblems(after, []), ...lengthOf(after, row.text, [])]
  if (fault) return rejected(fault.reason, fault.message)
  const verdict = verdictOf(unit, after, row)
  return { ...base, verdict, reason: null, message: null }
}

function verdictOf({ state }: PackageUnit, after: string, row: TextRow): PackageVerdict {
  // An empty target is work not done yet, never a wish to take a text away.
  if (after === '') return 'UNCHANGED'
  if (after !== frenchOf(row.fr)) return row.fr.trim() === '' ? 'NEW' : 'CHANGED'
  return row.state === 'OUTDATED' && LOOKED_AT.has(state) ? 'CONFIRMED' : 'UNCHANGED'
}

/** The changes a compared package asks for. */
export const changesOf = (compared: readonly ComparedUnit[]): readonly TextChange[] =>
  compared.flatMap(({ verdict, row, after }): TextChange[] => {
    if (!row || verdict === 'UNCHANGED' || verdict === 'REJECTED') return []
    const act = verdict === 'CONFIRMED' ? 'CONFIRM' : 'TRANSLATE'
    return [{ row, act, fr: act === 'CONFIRM' ? row.fr : after, state: 'DRAFT' }]
  })
