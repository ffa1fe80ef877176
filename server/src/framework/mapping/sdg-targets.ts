import file from '../../../data/sdg-targets.json'
import type { LocalizedText } from '../definition'

/** A target of a goal as it is coded by the United Nations, such as 9.1 or 17.a. */
export interface SdgTargetNode {
  readonly code: string
  readonly goal: number
  /** Short name of our own; the wording of the United Nations is longer. */
  readonly name: LocalizedText
}

const all: readonly SdgTargetNode[] = file.goals.flatMap(({ goal, targets }) =>
  targets.map(({ code, name }) => ({ code, goal, name })),
)

/** The 169 targets by code. */
export const sdgTargetByCode: ReadonlyMap<string, SdgTargetNode> = new Map(
  all.map((target) => [target.code, target]),
)

/** The targets of a goal, in the order of their codes. */
export const sdgTargetsOf = (goal: number): readonly SdgTargetNode[] =>
  all.filter((target) => target.goal === goal)

const places = new Map(all.map(({ code }, index) => [code, index]))

/** Compares goals and targets as they are listed: a goal before its targets. */
export const bySdgOrder = (a: string, b: string): number =>
  goalOf(a) - goalOf(b) || (places.get(a) ?? -1) - (places.get(b) ?? -1)

/** Number of the goal that a code such as "9" or "9.1" belongs to. */
export const goalOf = (code: string): number => Number(code.split('.')[0])
