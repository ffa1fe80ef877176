import { defaultFieldResolver, type GraphQLObjectType, type GraphQLSchema } from 'graphql'
import { accessOf } from './access.decorator'
import type { DefectReport } from './audiences-of'
import { CONDITIONS } from './conditions'
import { describeAccess } from './describe'
import { embed } from './embed'
import { findGaps } from './gaps'
import { guardField, guardProperty, type Guarded, type Resolver } from './guard'
import { guardMutation, guardRoot } from './guard-root'
import { guardInputs, InputPaths } from './input-paths'
import { restoreInheritedInputs } from './inherited-inputs'
import { needsOrigin } from './origin'
import { plainPropertyOf } from './plain-field'
import { tellsContent } from './reads'
import { mayBeHidden, type RowClass } from './row-class'
import { compileRule, isRestricted, type ConditionRules } from './rule'
import { fieldsOf, isRoot, objectTypes, type OutputField } from './schema-walk'
import { UncoveredSchema } from './uncovered-schema'

export interface ApplyAccessOptions {
  /** Told once about each kind of row that lacked its facts; by default a warning of the process. */
  readonly onDefect?: DefectReport
  /** The closed list of conditions; another one only to prove what is refused. */
  readonly conditions?: ConditionRules
}

/**
 * Puts the declared rules of a finished schema in force, in place, and returns it. Throws
 * `UncoveredSchema` with every gap if there is one. Restricted fields get a synchronous guard; plain
 * properties open to everybody lose the resolver type-graphql gives them.
 */
export function applyAccess(
  schema: GraphQLSchema,
  options: ApplyAccessOptions = {},
): GraphQLSchema {
  const { conditions = CONDITIONS } = options
  if (schema.extensions.pmmAccess)
    throw new Error('The access rules of this schema are in force already.')

  restoreInheritedInputs(schema)
  const gaps = findGaps(schema, conditions)
  if (gaps.length > 0) throw new UncoveredSchema(gaps)

  const scene: Scene = {
    schema,
    conditions,
    report: once(options.onDefect ?? ((message) => process.emitWarning(message, 'AccessDefect'))),
    inputs: new InputPaths(conditions),
  }
  for (const type of objectTypes(schema)) {
    for (const field of fieldsOf(type)) {
      if (isRoot(schema, type)) guardRootField(scene, type, field)
      else guardTypeField(scene, type, field)
    }
  }
  describeAccess(schema)
  schema.extensions = { ...schema.extensions, pmmAccess: true }
  return schema
}

interface Scene {
  readonly schema: GraphQLSchema
  readonly conditions: ConditionRules
  readonly report: DefectReport
  readonly inputs: InputPaths
}

function guardRootField(scene: Scene, type: GraphQLObjectType, field: OutputField): void {
  const rule = compileRule(accessOf(field).access!, scene.conditions)
  const paths = scene.inputs.of(field)
  const guard = (resolve: Resolver): Resolver => {
    const checked = paths.length > 0 ? guardInputs(paths, null, scene.report, resolve) : resolve
    const guarded = isRestricted(rule)
      ? guardRoot(rule, field.name, scene.report, checked)
      : checked
    return type === scene.schema.getMutationType() ? guardMutation(guarded) : guarded
  }
  if (type === scene.schema.getSubscriptionType()) {
    field.subscribe = guard(
      (field.subscribe ?? defaultFieldResolver) as Resolver,
    ) as typeof field.subscribe
  }
  field.resolve = guard(resolverOf(field)) as typeof field.resolve
}

function guardTypeField(scene: Scene, type: GraphQLObjectType, field: OutputField): void {
  const rowClass = accessOf(type).rowClass!
  const rule = compileRule(accessOf(field).access!, scene.conditions)
  const paths = scene.inputs.of(field)
  const property = plainPropertyOf(field)
  const embeds = needsOrigin(scene.schema, field, scene.conditions)
  const guarded: Guarded = {
    rule,
    rowClass,
    report: scene.report,
    isContent: tellsContent(rowClass, field.name),
    saysItself: 'access' in type.getFields() && field.name !== 'access',
  }

  if (property !== null && paths.length === 0 && !embeds) {
    field.resolve = plainResolver(field, property, guarded)
    return
  }
  let resolve = property === null ? resolverOf(field) : readProperty(property)
  if (embeds) resolve = embedding(rowClass, resolve)
  if (paths.length > 0) resolve = guardInputs(paths, rowClass, scene.report, resolve)
  if (needsGuard(guarded)) resolve = guardField(guarded, resolve)
  field.resolve = resolve as typeof field.resolve
}

function plainResolver(field: OutputField, property: string, guarded: Guarded) {
  if (needsGuard(guarded)) return guardProperty(guarded, property) as typeof field.resolve
  return property === field.name ? undefined : (readProperty(property) as typeof field.resolve)
}

// A rule that names PUBLIC admits everybody for whom the row exists, hence nobody else: where rows can
// be hidden, a statement that forgot its scope must not be the only thing in between.
const needsGuard = ({ rule, rowClass }: Guarded) => isRestricted(rule) || mayBeHidden(rowClass)

const resolverOf = (field: OutputField) => (field.resolve ?? defaultFieldResolver) as Resolver

const readProperty =
  (property: string): Resolver =>
  (source) =>
    (source as Readonly<Record<string, unknown>>)[property]

// A promise is left alone: waiting for it here would add one of our own to each.
const embedding =
  (rowClass: RowClass, resolve: Resolver): Resolver =>
  (source, args, context, info) =>
    embed(rowClass, source as object, resolve(source, args, context, info))

function once(report: DefectReport): DefectReport {
  const told = new Set<string>()
  return (message) => {
    if (told.has(message)) return
    told.add(message)
    report(message)
  }
}
