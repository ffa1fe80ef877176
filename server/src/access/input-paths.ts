import { getNamedType, isInputObjectType, type GraphQLInputObjectType } from 'graphql'
import { accessOf } from './access.decorator'
import { audiencesAtRoot, type AudienceMask } from './audience'
import { audiencesOf, type DefectReport } from './audiences-of'
import { admits, type Resolver } from './guard'
import { NO_ROW, refusal, refusalAtRoot } from './guard-root'
import type { Row } from './row'
import type { RowClass } from './row-class'
import { compileRule, isRestricted, type CompiledRule, type ConditionRules } from './rule'
import type { Argument, InputField, OutputField } from './schema-walk'
import type { Viewer } from './viewer'

/** One restricted place among arguments or input fields, or the way to one. */
interface InputPath {
  readonly name: string
  readonly rule: CompiledRule | null
  readonly inner: readonly InputPath[]
}

type Ask = (rule: CompiledRule) => boolean

/** Finds, once at start, the few ways that lead to restricted inputs; shared by all fields of a schema. */
export class InputPaths {
  readonly #byType = new Map<GraphQLInputObjectType, InputPath[]>()
  readonly #restricted = new Map<GraphQLInputObjectType, boolean>()

  constructor(readonly conditions: ConditionRules) {}

  of(field: OutputField): readonly InputPath[] {
    return field.args.flatMap((argument) => this.#path(argument))
  }

  #path(input: Argument | InputField): readonly InputPath[] {
    const rule = this.#ruleOf(input)
    const type = getNamedType(input.type)
    const leads = isInputObjectType(type) && this.#leads(type, new Set())
    if (!rule && !leads) return []
    return [{ name: input.name, rule, inner: leads ? this.#inside(type) : [] }]
  }

  #ruleOf(input: Argument | InputField): CompiledRule | null {
    const declared = accessOf(input).access
    const rule = declared && compileRule(declared, this.conditions)
    return rule && isRestricted(rule) ? rule : null
  }

  // Input types may contain themselves, so the list is handed out before it is filled.
  #inside(type: GraphQLInputObjectType): readonly InputPath[] {
    const known = this.#byType.get(type)
    if (known) return known
    const paths: InputPath[] = []
    this.#byType.set(type, paths)
    for (const field of Object.values(type.getFields())) paths.push(...this.#path(field))
    return paths
  }

  #leads(type: GraphQLInputObjectType, seen: Set<GraphQLInputObjectType>): boolean {
    const known = this.#restricted.get(type)
    if (known !== undefined) return known
    if (seen.has(type)) return false
    seen.add(type)
    const leads = Object.values(type.getFields()).some((field) => {
      const inner = getNamedType(field.type)
      return this.#ruleOf(field) !== null || (isInputObjectType(inner) && this.#leads(inner, seen))
    })
    // A "no" found inside a circle may only mean that the circle was cut here.
    if (leads || seen.size === 1) this.#restricted.set(type, leads)
    return leads
  }
}

/** Refuses the field if an argument or input field is given that this viewer may not give. */
export function guardInputs(
  paths: readonly InputPath[],
  rowClass: RowClass | null,
  report: DefectReport,
  resolve: Resolver,
): Resolver {
  return (source, args, context, info) => {
    const { viewer } = context
    const row = rowClass ? (source as Row) : NO_ROW
    const held = heldFor(viewer, rowClass, row, report)
    const refused = firstRefused(paths, args, (rule) => admits(rule, viewer, held, row, report), [])
    if (refused) {
      const what = `the argument ${refused.join('.')}`
      throw rowClass ? refusal(viewer, what) : refusalAtRoot(context, what, args, info)
    }
    return resolve(source, args, context, info)
  }
}

const heldFor = (
  viewer: Viewer,
  rowClass: RowClass | null,
  row: Row,
  report: DefectReport,
): AudienceMask => (rowClass ? audiencesOf(viewer, rowClass, row, report) : audiencesAtRoot(viewer))

function firstRefused(
  paths: readonly InputPath[],
  given: unknown,
  ask: Ask,
  at: readonly string[],
): readonly string[] | null {
  if (Array.isArray(given)) {
    for (const item of given) {
      const refused = firstRefused(paths, item, ask, at)
      if (refused) return refused
    }
    return null
  }
  if (typeof given !== 'object' || given === null) return null
  const values = given as Readonly<Record<string, unknown>>
  for (const { name, rule, inner } of paths) {
    if (values[name] === undefined) continue
    const here = [...at, name]
    if (rule && !ask(rule)) return here
    const refused = firstRefused(inner, values[name], ask, here)
    if (refused) return refused
  }
  return null
}
