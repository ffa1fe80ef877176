import {
  Kind,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInputObjectType,
  isEnumType,
  isListType,
  isObjectType,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'
import { LIST_SIZES, LIST_SIZES_BY_NAME, PAGE, UNSTATED, type ListSize } from './list-sizes'

/** Objects of an answer about the schema itself that one point pays for. */
const INTROSPECTED_PER_POINT = 200

/** What the values of variables are needed for: the sizes of pages. */
export type GivenVariables = Readonly<Record<string, unknown>>

/**
 * Prices documents by the objects they ask for: one point each, none for leaves, a list times its
 * page size or its stated number of entries. Nothing is read and nothing skipped: what a directive
 * may leave out is paid for, and what is named twice is paid for twice.
 */
export class Pricer {
  readonly #schema: GraphQLSchema
  readonly #introspection: Readonly<Record<string, number>>
  // Most documents cost the same whatever their variables say.
  readonly #constant = new WeakMap<DocumentNode, number>()

  constructor(schema: GraphQLSchema) {
    this.#schema = schema
    this.#introspection = introspectionSizes(schema)
  }

  priceOf(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: GivenVariables,
  ): number {
    const known = this.#constant.get(document)
    if (known !== undefined) return known
    const run = new Run(this.#schema, this.#introspection, document, operation, variables)
    const price = Math.max(1, Math.ceil(run.total()))
    if (!run.readVariables) this.#constant.set(document, price)
    return price
  }
}

/** Price of one pair of braces: once, and again for each row of the page around it. */
interface Price {
  readonly fixed: number
  readonly perRow: number
}

const FREE: Price = { fixed: 0, perRow: 0 }

class Run {
  readVariables = false
  private readonly fragments = new Map<string, FragmentDefinitionNode>()
  private readonly prices = new Map<string, Price>()

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly introspection: Readonly<Record<string, number>>,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
    private readonly variables: GivenVariables,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        this.fragments.set(definition.name.value, definition)
      }
    }
  }

  total(): number {
    const root = this.schema.getRootType(this.operation.operation)
    return root ? this.set(this.operation.selectionSet, root).fixed : 0
  }

  private set({ selections }: SelectionSetNode, type: GraphQLCompositeType): Price {
    let fixed = 0
    let perRow = 0
    for (const selection of selections) {
      const price =
        selection.kind === Kind.FIELD
          ? this.field(selection, type)
          : selection.kind === Kind.FRAGMENT_SPREAD
            ? this.fragment(selection.name.value)
            : this.set(
                selection.selectionSet,
                this.typeNamed(selection.typeCondition?.name.value, type),
              )
      fixed += price.fixed
      perRow += price.perRow
    }
    return { fixed, perRow }
  }

  private fragment(name: string): Price {
    const known = this.prices.get(name)
    if (known) return known
    const definition = this.fragments.get(name)
    const type = definition && this.schema.getType(definition.typeCondition.name.value)
    const price = isCompositeType(type) ? this.set(definition!.selectionSet, type) : FREE
    this.prices.set(name, price)
    return price
  }

  private field(node: FieldNode, parent: GraphQLCompositeType): Price {
    const name = node.name.value
    if (name === '__schema' || name === '__type') return this.about(node)
    const field = 'getFields' in parent ? parent.getFields()[name] : undefined
    const type = field && getNamedType(field.type)
    if (!field || !isCompositeType(type)) return FREE
    const below = node.selectionSet ? this.set(node.selectionSet, type) : FREE
    const pageSize = this.pageSize(node, field)
    const each = 1 + below.fixed + below.perRow * (pageSize ?? PAGE.usual)
    if (!isListType(getNullableType(field.type))) return { fixed: each, perRow: 0 }
    if (pageSize !== null) return { fixed: pageSize * each, perRow: 0 }
    if (isPage(parent)) return { fixed: 0, perRow: each }
    return { fixed: this.entries(node, parent, name) * each, perRow: 0 }
  }

  private entries(node: FieldNode, parent: GraphQLCompositeType, name: string): number {
    const size: ListSize =
      LIST_SIZES[`${parent.name}.${name}`] ?? LIST_SIZES_BY_NAME[name] ?? UNSTATED
    const narrowed = Object.entries(size.given ?? {}).find(([argument]) => {
      const given = node.arguments?.find((each) => each.name.value === argument)
      return given !== undefined && this.isGiven(given.value)
    })
    return narrowed ? narrowed[1] : size.entries
  }

  private isGiven(value: ValueNode): boolean {
    if (value.kind !== Kind.VARIABLE) return value.kind !== Kind.NULL
    return this.valueOf(value.name.value) != null
  }

  /** Rows of the page a field returns; null where it has none. */
  private pageSize(node: FieldNode, field: GraphQLField<unknown, unknown>): number | null {
    if (!field.args.some(({ name }) => name === 'first')) return null
    const given = node.arguments?.find(({ name }) => name.value === 'first')?.value
    if (given === undefined || given.kind === Kind.NULL) return PAGE.usual
    if (given.kind === Kind.INT) return within(Number(given.value))
    if (given.kind !== Kind.VARIABLE) return PAGE.most
    const value = this.valueOf(given.name.value)
    if (value == null) return PAGE.usual
    return typeof value === 'number' ? within(value) : PAGE.most
  }

  private valueOf(variable: string): unknown {
    this.readVariables = true
    if (Object.hasOwn(this.variables, variable)) return this.variables[variable]
    const definition = this.operation.variableDefinitions?.find(
      (each) => each.variable.name.value === variable,
    )
    const standing = definition?.defaultValue
    if (!standing || standing.kind === Kind.NULL) return null
    return standing.kind === Kind.INT ? Number(standing.value) : standing
  }

  private about(node: FieldNode): Price {
    const objects = node.selectionSet ? this.introspected(node.selectionSet) : 0
    return { fixed: (1 + objects) / INTROSPECTED_PER_POINT, perRow: 0 }
  }

  private introspected({ selections }: SelectionSetNode): number {
    let sum = 0
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        sum += this.introspectedFragment(selection.name.value)
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        sum += this.introspected(selection.selectionSet)
      } else if (selection.selectionSet) {
        const size = this.introspection[selection.name.value] ?? 1
        sum += size * (1 + this.introspected(selection.selectionSet))
      }
    }
    return sum
  }

  private introspectedFragment(name: string): number {
    const key = `__${name}`
    const known = this.prices.get(key)
    if (known) return known.fixed
    const definition = this.fragments.get(name)
    const fixed = definition ? this.introspected(definition.selectionSet) : 0
    this.prices.set(key, { fixed, perRow: 0 })
    return fixed
  }

  private typeNamed(name: string | undefined, otherwise: GraphQLCompositeType) {
    const type = name === undefined ? otherwise : this.schema.getType(name)
    return isCompositeType(type) ? type : otherwise
  }
}

const isPage = ({ name }: GraphQLCompositeType) => name.endsWith('Connection')

const within = (size: number) => Math.min(Math.max(Math.trunc(size) || 1, 1), PAGE.most)

// How many entries the lists of an answer about this schema have on average.
function introspectionSizes(schema: GraphQLSchema): Readonly<Record<string, number>> {
  const types = Object.values(schema.getTypeMap())
  const fields = types.flatMap((type) =>
    isObjectType(type) ? Object.values(type.getFields()) : [],
  )
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  return {
    types: types.length,
    directives: schema.getDirectives().length,
    fields: fields.length / types.length,
    args: sum(fields.map(({ args }) => args.length)) / fields.length,
    inputFields:
      sum(
        types.map((type) => (isInputObjectType(type) ? Object.keys(type.getFields()).length : 0)),
      ) / types.length,
    enumValues:
      sum(types.map((type) => (isEnumType(type) ? type.getValues().length : 0))) / types.length,
    interfaces: 0.1,
    possibleTypes: 0.1,
    // A type is wrapped as not null, as list of not null, or not at all.
    ofType: 0.5,
  }
}
