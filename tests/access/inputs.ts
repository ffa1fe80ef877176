import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql'

/** Global id for a field that names an object: by the tag of the type and the name of the field. */
export type IdOf = (tag: string, at: string) => string

/** What kind of object the name of an input field speaks of. */
const TAGS: readonly (readonly [RegExp, string])[] = [
  [/assessment/i, 'AS'],
  [/(^|\.)(response|kpiResponse)Id$/i, 'WR'],
  [/valueId$/i, 'WV'],
  [/submissionId$/i, 'SU'],
  [/evidenceId$/i, 'EV'],
  [/itemId$/i, 'RI'],
  [/(comment|answers)Id$/i, 'CM'],
  [/reviewId$/i, 'RV'],
  [/memberId$/i, 'RM'],
  [/scoreId$/i, 'RS'],
  [/findingId$/i, 'FI'],
  [/proposalId$/i, 'CP'],
  [/releaseId$/i, 'RL'],
  [/cycleId$/i, 'CY'],
  [/(version|baseVersion)Id$/i, 'FV'],
  [/dimensionId$/i, 'DI'],
  [/outcomeId$/i, 'OU'],
  [/kpiId$/i, 'KP'],
  [/elementId$/i, 'DE'],
  [/instrumentId$/i, 'IN'],
  [/nodeId$/i, 'KP'],
  [/parentId$/i, 'OU'],
  [/changeId$/i, 'FC'],
  [/administrationId$/i, 'AD'],
  [/(person|reviewer|lead|replacement|contributor|member)(Id)?s?$|personIds$/i, 'PE'],
  [/roleId$/i, 'RO'],
  [/sessionId$/i, 'SE'],
  [/identityId$/i, 'OI'],
  [/clientId$/i, 'AC'],
  [/invitationId$/i, 'IV'],
  [/tokenId$/i, 'AT'],
  [/accessId$/i, 'SA'],
  [/ruleId$/i, 'VR'],
  [/importId$/i, 'IM'],
  [/termId$/i, 'TM'],
]

/** The tag an input field asks for, or null where its name says nothing. */
export function tagOf(name: string): string | null {
  return TAGS.find(([pattern]) => pattern.test(name))?.[1] ?? null
}

const TEXTS: readonly (readonly [RegExp, string])[] = [
  [/kpi|scope/i, 'TF-01-1'],
  [/element/i, 'DECL_ELECTRONIC'],
  [/instrument/i, 'SAFE'],
  [/reasonCode/i, 'NO_DATA'],
  [/email/i, 'somebody@demo.invalid'],
  [/code/i, 'C2022'],
]

/** An input that passes the types: every field filled, ids by `idOf`; optional fields on request. */
export function inputFor(
  type: GraphQLInputType,
  at: string,
  idOf: IdOf,
  options: { readonly isComplete: boolean },
): unknown {
  const inner = getNullableType(type)
  if (isListType(inner)) return [inputFor(inner.ofType, at, idOf, options)]
  const named = getNamedType(inner)
  const name = at.slice(at.lastIndexOf('.') + 1)
  if (isInputObjectType(named)) return fieldsFor(named, at, idOf, options)
  if (isEnumType(named)) return named.getValues()[0]!.name
  switch (named.name) {
    case 'ID':
      return idOf(tagOf(at) ?? tagOf(name) ?? 'AS', at)
    case 'Int':
      return name.includes('ear') ? 2024 : 1
    case 'Float':
      return 1
    case 'Boolean':
      return true
    case 'Decimal':
      return '1'
    case 'Date':
      return '2027-03-01'
    case 'DateTime':
      return '2027-03-01T00:00:00.000Z'
    case 'JSON':
      return {}
    default:
      return TEXTS.find(([pattern]) => pattern.test(name))?.[1] ?? 'A text of the tests.'
  }
}

function fieldsFor(
  type: GraphQLInputObjectType,
  at: string,
  idOf: IdOf,
  options: { readonly isComplete: boolean },
): Record<string, unknown> {
  return Object.fromEntries(
    Object.values(type.getFields())
      .filter(
        ({ name, type: each }) =>
          name !== 'idempotencyKey' && (options.isComplete || isNonNullType(each)),
      )
      .map((field) => [field.name, inputFor(field.type, `${at}.${field.name}`, idOf, options)]),
  )
}

/** One mutation as a document with one variable for each argument. */
export interface MutationCall {
  readonly name: string
  readonly document: string
  variables(idOf: IdOf, isComplete?: boolean): Record<string, unknown>
  /** Tags of the ids among its required inputs. */
  readonly tags: ReadonlySet<string>
}

/** Every mutation of the schema, ready to be called. */
export function mutationCalls(schema: GraphQLSchema): readonly MutationCall[] {
  return Object.values(schema.getMutationType()!.getFields()).map((field) => {
    const declared = field.args.map(({ name, type }) => `$${name}: ${type}`).join(', ')
    const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ')
    const tags = new Set<string>()
    const variables = (idOf: IdOf, isComplete = false) =>
      Object.fromEntries(
        field.args.map(({ name, type }) => [
          name,
          inputFor(type, `${field.name}.${name}`, idOf, { isComplete }),
        ]),
      )
    variables((tag) => {
      tags.add(tag)
      return ''
    })
    return {
      name: field.name,
      document: `mutation${declared ? ` (${declared})` : ''} { answer: ${field.name}${passed ? `(${passed})` : ''} { problems { code reason path } } }`,
      variables,
      tags,
    }
  })
}
