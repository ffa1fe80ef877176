import { badInput, type ProblemDetail } from '#platform'
import type { GuidedSnapshot, TranslationStatus } from '../snapshot'

interface TextEntry {
  readonly code: string
  readonly texts: Readonly<Record<string, unknown>>
  readonly translationStatus: TranslationStatus
  readonly prefix?: string
}

/** Texts that are missing in a language or whose French is older than their English; the path names the text. */
export const languageProblems = (snapshot: GuidedSnapshot): ProblemDetail[] =>
  textEntries(snapshot).flatMap(({ code, texts, translationStatus, prefix = '' }) =>
    Object.entries(texts).flatMap(([text, value]) =>
      value == null
        ? []
        : textProblems([code, text], value, stateOf(translationStatus, prefix + text)),
    ),
  )

/** Every text of a version with the states of its translations. */
export function textEntries(snapshot: GuidedSnapshot): readonly TextEntry[] {
  const { version, dimensions, outcomes, kpis, dataElements, instruments, guidance } = snapshot
  const { translationStatus } = version
  return [
    { ...version, texts: { name: version.name, changeNotes: version.changeNotes, notice: version.notice } },
    ...[...dimensions, ...outcomes].map((node) => ({ ...node, texts: { name: node.name, description: node.description } })),
    ...outcomes.flatMap(({ code, mappings }) => mappings.map(({ target, rationale, translationStatus: states }) => ({
      code, translationStatus: { ...states, fr: withTarget(states.fr, target) }, texts: { [`rationale.${target}`]: rationale } }))),
    ...kpis.map((node) => ({ ...node, texts: {
      name: node.name, description: node.description, methodologyHelp: node.methodologyHelp, guidance: guidance.get(node.code),
      ...Object.fromEntries(node.subMeasures.map(({ code, name }) => [`subMeasures.${code}`, name])),
    } })),
    ...dataElements.map((node) => ({ ...node, texts: { label: node.label, description: node.description } })),
    ...instruments.map((node) => ({ ...node, texts: { name: node.name } })),
    ...version.scales.map(({ code, levels }) => ({ code, translationStatus, prefix: `scales.${code}.`,
      texts: Object.fromEntries(levels.map(({ level, label }) => [`levels.${level}`, label])) })),
    ...version.reasonCodes.map(({ code, label }) => ({ code, translationStatus, prefix: `reasonCodes.${code}.`, texts: { label } })),
  ] // prettier-ignore
}

/** A mapping keeps the state of its one text; named beside the outcome it carries the target as well. */
const withTarget = (states: TranslationStatus[string] | undefined, target: string) => ({
  [`rationale.${target}`]:
    typeof states === 'object' ? (states['rationale'] ?? '') : (states ?? ''),
})

function textProblems(path: string[], value: unknown, frenchState: string | null): ProblemDetail[] {
  const { en, fr } = value as { en?: string; fr?: string }
  const problems: ProblemDetail[] = []
  if (!en?.trim()) problems.push(badInput('TEXT_MISSING', 'The English text is missing.', path))
  if (!fr?.trim()) problems.push(badInput('TEXT_MISSING', 'The French text is missing.', path))
  else if (frenchState === 'OUTDATED') {
    problems.push(
      badInput('TRANSLATION_OUTDATED', 'The French text is older than the English one.', path),
    )
  }
  return problems
}

/** State of a French text; null where none is kept. */
export function stateOf({ fr }: TranslationStatus, text: string): string | null {
  if (fr === undefined) return null
  return typeof fr === 'string' ? fr : (fr[text] ?? null)
}
