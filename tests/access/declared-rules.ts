import type { GraphQLSchema } from 'graphql'
import { CONDITIONS } from '../../server/src/access'
import { accessOf, type AccessRule } from '../../server/src/access/access.decorator'
import { AUDIENCES, type AudienceMask } from '../../server/src/access/audience'
import { ruleOf } from '../../server/src/access/row-class'
import { compileRule, reach } from '../../server/src/access/rule'
import {
  argumentsOf,
  fieldsOf,
  inputFieldsOf,
  inputTypes,
  isRoot,
  objectTypes,
} from '../../server/src/access/schema-walk'
import { expectations, words } from './expectations.ts'
import { waysTo } from './ways.ts'

const HATS_OF: Readonly<Record<string, string>> = {
  PUB: '-', PAR: 'P', MEM: 'CNAV', OWN: '', REV: 'RL', SEC: 'EODB',
} // prettier-ignore
/** At the root nobody owns anything, and a token runs no mutation. */
const AT_QUERY = ['PUB', 'PAR', 'MEM', 'REV', 'SEC']
const AT_MUTATION = ['PUB', 'MEM', 'REV', 'SEC']

/** Each rule of a schema as it is declared and as the lists expect it, in one notation. */
export interface Comparison {
  readonly at: string
  readonly declared: (rule: AccessRule) => string
  readonly expected: string
  readonly rule: AccessRule
}

/** Every declared rule beside what the lists kept by hand say of it. */
export function comparisons(schema: GraphQLSchema): readonly Comparison[] {
  const readers = column('outputs.csv', 'at', 'readers')
  const givers = column('inputs.csv', 'at', 'givers')
  const askers = column('queries.csv', 'query', 'hats')
  const duties = column('mutations.csv', 'mutation', 'hats')
  const ways = waysTo(schema)
  const compared: Comparison[] = []
  const add = (at: string, element: object, who: readonly string[], letters: readonly string[]) =>
    compared.push({
      at,
      rule: accessOf(element).access!,
      declared: (rule) => declaredFor(rule, letters),
      expected: expectedFor(who, letters),
    })

  for (const type of objectTypes(schema)) {
    const isQuery = type === schema.getQueryType()
    const root = isRoot(schema, type)
    const letters = root
      ? isQuery
        ? AT_QUERY
        : AT_MUTATION
      : lettersOf(ruleOf(accessOf(type).rowClass!).gives)
    for (const field of fieldsOf(type)) {
      const at = `${type.name}.${field.name}`
      const who = isQuery
        ? askers.get(field.name)
        : root
          ? // What takes no input has no gate of its own in the list: its duty says who comes in.
            (givers.get(`${at}(input:)`) ?? duties.get(field.name))
          : readers.get(at)
      add(at, field, who ?? [], letters)
      for (const argument of argumentsOf(field)) {
        const name = `${at}(${argument.name}:)`
        // Whoever may not have the field gives it no argument either.
        const admitted = reach(accessOf(field).access!.audiences)
        add(name, argument, givers.get(name) ?? [], letters.filter(among(admitted)))
      }
    }
  }
  for (const type of inputTypes(schema)) {
    for (const field of inputFieldsOf(type)) {
      const name = `${type.name}.${field.name}`
      add(name, field, givers.get(name) ?? [], AT_MUTATION.filter(among(ways.get(type) ?? 0)))
    }
  }
  return compared
}

const column = (file: string, key: string, value: string) =>
  new Map(
    expectations(file, [key, value]).map((line) => [line[key]!, words(line[value]!)] as const),
  )

const lettersOf = (mask: AudienceMask) =>
  AUDIENCES.filter(({ bit }) => mask & bit).map(({ letters }) => letters)

const among = (mask: AudienceMask) => (letters: string) => lettersOf(mask).includes(letters)

function declaredFor(rule: AccessRule, letters: readonly string[]): string {
  const { free, asked } = compileRule(rule, CONDITIONS)
  return AUDIENCES.filter((each) => letters.includes(each.letters))
    .flatMap((each) => {
      if (free & each.bit) return [each.letters]
      return asked & each.bit ? [`${each.letters}/${rule.when}`] : []
    })
    .join(' ')
}

function expectedFor(who: readonly string[], letters: readonly string[]): string {
  if (who.includes('all') || who.includes('everybody')) return letters.join(' ')
  return letters
    .flatMap((each) => {
      const named = who.find((reader) => reader.split('/')[0] === each)
      if (named) return [named]
      return [...HATS_OF[each]!].some((hat) => who.includes(hat)) ? [each] : []
    })
    .join(' ')
}
