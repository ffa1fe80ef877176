import type { GraphQLSchema } from 'graphql'
import { CONDITIONS } from '../../server/src/access'
import {
  accessOf,
  placesOf,
  type AccessExtension,
  type AccessRule,
} from '../../server/src/access/access.decorator'
import {
  AUDIENCES,
  EVERYBODY,
  PARTNER,
  audienceNames,
  type AudienceMask,
} from '../../server/src/access/audience'
import { findGaps } from '../../server/src/access/gaps'
import { ruleOf } from '../../server/src/access/row-class'
import { compileRule, reach, ruleInWords } from '../../server/src/access/rule'
import {
  argumentsOf,
  fieldsOf,
  inputFieldsOf,
  inputTypes,
  isRoot,
  objectTypes,
} from '../../server/src/access/schema-walk'
import { waysTo } from '../access/ways.ts'

/** What a rule stands on. */
export type Part = 'output' | 'root' | 'input' | 'ceiling' | 'rows'

interface Carrier {
  extensions: unknown
}

/** Something of the schema that carries a rule; its extensions can be exchanged. */
export interface Place {
  readonly at: string
  readonly part: Part
  readonly element: Carrier
  /** Arguments under the same rule, changed with it: each alone would be covered by the other. */
  readonly also: readonly Carrier[]
  /** Audiences that a wider rule could let in at all. */
  readonly reachable: AudienceMask
}

/** One rule changed in one way. */
export interface Mutant {
  readonly place: Place
  readonly name: string
  /** The rule instead; null where it is deleted. */
  readonly rule: AccessRule | null
  /** Audiences let in by it that the rule keeps out or asks a condition. */
  readonly lets: AudienceMask
}

/** Every place of the schema that carries a rule. */
export function placesIn(schema: GraphQLSchema): readonly Place[] {
  const places: Place[] = []
  const ways = waysTo(schema)
  for (const type of objectTypes(schema)) {
    const root = isRoot(schema, type)
    const gives = root ? EVERYBODY : ruleOf(accessOf(type).rowClass!).gives
    if (!root) {
      places.push({ at: type.name, part: 'ceiling', element: type, also: [], reachable: 0 })
      places.push({ at: `${type.name} rows`, part: 'rows', element: type, also: [], reachable: 0 })
    }
    for (const field of fieldsOf(type)) {
      const at = `${type.name}.${field.name}`
      // A token runs queries only, whatever stands at a mutation.
      const isMutation = type === schema.getMutationType()
      const rule = ruleInWords(accessOf(field).access!)
      places.push({
        at,
        part: root ? 'root' : 'output',
        element: field,
        also: argumentsOf(field).filter((each) => ruleInWords(accessOf(each).access!) === rule),
        reachable: isMutation ? gives & ~PARTNER : gives,
      })
      for (const argument of argumentsOf(field)) {
        const name = `${at}(${argument.name}:)`
        places.push({
          at: name,
          part: 'input',
          element: argument,
          also: [],
          reachable:
            gives & reach(accessOf(field).access!.audiences) & (isMutation ? ~PARTNER : EVERYBODY),
        })
      }
    }
  }
  for (const type of inputTypes(schema)) {
    for (const field of inputFieldsOf(type)) {
      places.push({
        at: `${type.name}.${field.name}`,
        part: 'input',
        element: field,
        also: [],
        reachable: ways.get(type) ?? 0,
      })
    }
  }
  return places
}

/** Every rule deleted, widened by each audience it lacks, and freed of its condition. */
export function mutantsOf(place: Place): readonly Mutant[] {
  const { access } = accessOf(place.element)
  const deleted: Mutant = { place, name: 'deleted', rule: null, lets: EVERYBODY }
  if (place.part === 'rows' || place.part === 'ceiling' || !access) return [deleted]

  const wider = AUDIENCES.filter(({ bit }) => !(reach(access.audiences) & bit)).map(
    ({ bit }): Mutant => {
      const rule = { ...access, audiences: access.audiences | bit }
      const before = reach(access.audiences)
      return {
        place,
        name: `opened to ${audienceNames(bit).join()}`,
        rule,
        lets: reach(rule.audiences) & ~before,
      }
    },
  )
  const freed: Mutant[] = access.when
    ? [
        {
          place,
          name: `without ${access.when}`,
          rule: { ...access, when: null },
          lets: compileRule(access, CONDITIONS).asked,
        },
      ]
    : []
  return [deleted, ...wider, ...freed]
}

/** Whether the mutant lets anybody in: not where no row gives the audience, or the way there is closed to it. */
export const hasEffect = ({ rule, lets, place }: Mutant): boolean =>
  rule === null || (lets & place.reachable) !== 0

/** Whether the server refuses to start with it. */
export function isRefusedAtStart(schema: GraphQLSchema, mutant: Mutant): boolean {
  const { element, also } = mutant.place
  const before = [element, ...also].map((each) => [each, each.extensions] as const)
  exchange(mutant.place, mutant.rule)
  try {
    return findGaps(schema, CONDITIONS).length > 0
  } finally {
    for (const [each, extensions] of before) each.extensions = extensions
  }
}

/** Puts another rule in the place of one, or none. */
export function exchange({ element, also, part }: Place, rule: AccessRule | null): void {
  element.extensions = changed(element, rule, part === 'rows')
  // A rule that is gone is gone alone: start-up names each of them.
  for (const each of rule ? also : []) each.extensions = changed(each, rule, false)
}

function changed(element: Carrier, rule: AccessRule | null, isRows: boolean): unknown {
  return Object.fromEntries(
    Object.entries(element.extensions as object).map(([key, value]) => {
      if (placesOf({ extensions: { [key]: value as object } }).length === 0)
        return [key, value as unknown]
      const { access, rowClass, ...rest } = value as AccessExtension
      if (isRows) return [key, { ...rest, access }]
      const kept = rowClass ? { ...rest, rowClass } : rest
      return [key, rule ? { ...kept, access: rule } : kept]
    }),
  )
}

/** All mutants of one place at once, as far as they let somebody in. */
export function together(mutants: readonly Mutant[]): AccessRule {
  const { access } = accessOf(mutants[0]!.place.element)
  return {
    audiences: mutants.reduce((all, { rule }) => all | rule!.audiences, access!.audiences),
    when: mutants.some(({ rule }) => access!.when && !rule!.when) ? null : access!.when,
  }
}
