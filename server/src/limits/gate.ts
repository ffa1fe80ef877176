import {
  Kind,
  parse,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { LIMITS, NESTING, type GateReason } from './limits'

/** A document that may be looked at further, or the one thing it is refused for. */
export type Gated =
  | { readonly document: DocumentNode; readonly operation: OperationDefinitionNode | null }
  | { readonly refused: GateReason }
  /** Not a document at all: whoever parses it next says what is wrong with it. */
  | { readonly unreadable: true }

/** Reads a text as far as the bounds allow. */
export function readDocument(text: string, aloneFields: ReadonlySet<string>): Gated {
  let document: DocumentNode
  try {
    document = parse(text, { maxTokens: LIMITS.tokens, noLocation: true })
  } catch (error) {
    // The parser descends into braces within braces until the stack ends.
    if (error instanceof RangeError) return { refused: 'TOO_DEEP' }
    const hasTooMany = error instanceof Error && error.message.includes(`${LIMITS.tokens} tokens`)
    return hasTooMany ? { refused: 'TOO_MANY_TOKENS' } : { unreadable: true }
  }
  const refused = refusalOf(document, aloneFields).refused
  if (refused) return { refused }
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  return { document, operation: (operation as OperationDefinitionNode | undefined) ?? null }
}

/** Walks a document once; says what it is refused for, and how many selections that took. */
export function refusalOf(
  document: DocumentNode,
  aloneFields: ReadonlySet<string>,
): { readonly refused: GateReason | null; readonly visited: number } {
  const walk = new Walk(document, aloneFields)
  try {
    walk.all()
    return { refused: null, visited: walk.visited }
  } catch (error) {
    if (error instanceof Refused) return { refused: error.reason, visited: walk.visited }
    throw error
  }
}

class Refused extends Error {
  constructor(readonly reason: GateReason) {
    super(reason)
  }
}

/** What one pair of braces comes to, fragments opened. */
interface Sums {
  /** Levels of fields below. */
  readonly levels: number
  readonly fields: number
  /** The fields without `__typename`, which clients add everywhere. */
  readonly named: number
  readonly selections: number
  /** Whether a field that must stand alone is among the fields. */
  readonly holdsAlone: boolean
}

const LEAF: Sums = { levels: 0, fields: 1, named: 1, selections: 1, holdsAlone: false }
const TYPE_NAME: Sums = { ...LEAF, named: 0 }

// Fragments are summed once, however often they are named: the walk is linear in the text.
class Walk {
  visited = 0
  private aliases = 0
  private directives = 0
  private readonly fragments = new Map<string, FragmentDefinitionNode>()
  private readonly sums = new Map<string, Sums | 'open'>()

  constructor(
    private readonly document: DocumentNode,
    private readonly aloneFields: ReadonlySet<string>,
  ) {}

  all(): void {
    const operations: OperationDefinitionNode[] = []
    for (const definition of this.document.definitions) {
      if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition)
      else if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        this.fragments.set(definition.name.value, definition)
      }
    }
    atMost(operations.length, LIMITS.operations, 'TOO_MANY_OPERATIONS')
    atMost(this.fragments.size, LIMITS.fragments, 'TOO_MANY_FRAGMENTS')
    for (const name of this.fragments.keys()) this.fragment(name)
    for (const operation of operations) this.operation(operation)
  }

  private operation(operation: OperationDefinitionNode): void {
    this.count(operation.directives)
    for (const { directives } of operation.variableDefinitions ?? []) this.count(directives)
    const { levels, fields, named, selections, holdsAlone } = this.set(operation.selectionSet, 1)
    const most = operation.operation === 'mutation' ? LIMITS.mutationFields : LIMITS.queryFields
    atMost(levels + 1, LIMITS.depth, 'TOO_DEEP')
    atMost(fields, most, 'TOO_MANY_ROOT_FIELDS')
    atMost(selections, LIMITS.selections, 'TOO_MANY_SELECTIONS')
    if (operation.operation === 'mutation' && holdsAlone) atMost(named, 1, 'AUTHENTICATION_ALONE')
  }

  private fragment(name: string): Sums | null {
    const known = this.sums.get(name)
    if (known === 'open') throw new Refused('FRAGMENT_CYCLE')
    if (known) return known
    const definition = this.fragments.get(name)
    if (!definition) return null
    this.sums.set(name, 'open')
    this.count(definition.directives)
    const sums = this.set(definition.selectionSet, 1)
    atMost(sums.levels + 1, LIMITS.depth, 'TOO_DEEP')
    this.sums.set(name, sums)
    return sums
  }

  private set({ selections: written }: SelectionSetNode, nesting: number): Sums {
    atMost(nesting, NESTING, 'TOO_DEEP')
    atMost(written.length, LIMITS.width, 'TOO_MANY_SELECTIONS')
    let levels = 0
    let fields = 0
    let named = 0
    let selections = 0
    let holdsAlone = false
    for (const selection of written) {
      const sums = this.selection(selection, nesting)
      if (!sums) continue
      levels = Math.max(levels, sums.levels)
      fields += sums.fields
      named += sums.named
      selections += sums.selections
      holdsAlone ||= sums.holdsAlone
    }
    return { levels, fields, named, selections, holdsAlone }
  }

  private selection(selection: SelectionNode, nesting: number): Sums | null {
    this.visited += 1
    this.count(selection.directives)
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.fragment(selection.name.value)
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return this.set(selection.selectionSet, nesting + 1)
    if (selection.alias) {
      this.aliases += 1
      atMost(this.aliases, LIMITS.aliases, 'TOO_MANY_ALIASES')
    }
    if (selection.name.value === '__typename') return TYPE_NAME
    const below = selection.selectionSet ? this.set(selection.selectionSet, nesting + 1) : null
    const holdsAlone = this.aloneFields.has(selection.name.value)
    if (!below && !holdsAlone) return LEAF
    return {
      levels: below ? below.levels + 1 : 0,
      fields: 1,
      named: 1,
      selections: 1 + (below?.selections ?? 0),
      holdsAlone,
    }
  }

  private count(directives: readonly DirectiveNode[] | undefined): void {
    const given = directives?.length ?? 0
    this.directives += given
    atMost(given, LIMITS.directivesOfSelection, 'TOO_MANY_DIRECTIVES')
    atMost(this.directives, LIMITS.directives, 'TOO_MANY_DIRECTIVES')
  }
}

function atMost(given: number, most: number, reason: GateReason): void {
  if (given > most) throw new Refused(reason)
}
