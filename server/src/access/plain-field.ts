import { getMetadataStorage } from 'type-graphql'
import { accessOf, type Site } from './access.decorator'
import type { OutputField } from './schema-walk'

// The parts of type-graphql's own records that are read here; 2.0.0-rc.4 does not export their types.
interface FieldRecord {
  readonly target: unknown
  readonly name: string
  readonly roles?: readonly unknown[]
  readonly middlewares?: readonly unknown[]
}

interface FieldResolverRecord {
  readonly methodName: string
  readonly getObjectType?: () => unknown
}

interface Records {
  readonly fields: readonly FieldRecord[]
  readonly fieldResolvers: readonly FieldResolverRecord[]
}

/**
 * The property a field merely reads, or null for fields with a resolver of their own. type-graphql
 * wraps plain properties too; when in doubt the wrapper stays, which costs time but nothing else.
 */
export function plainPropertyOf(field: OutputField): string | null {
  const site = accessOf(field).site
  if (!site || site.isMethod) return null
  const { fieldResolvers } = getMetadataStorage() as unknown as Records
  const hasResolver = fieldResolvers.some(
    (record) => record.methodName === site.property && mayResolve(record, site),
  )
  return hasResolver ? null : site.property
}

function mayResolve(record: FieldResolverRecord, site: Site): boolean {
  try {
    return record.getObjectType === undefined || isOfFamily(record.getObjectType(), site.owner)
  } catch {
    return true
  }
}

// A field may be declared in a parent class or interface and resolved for the child.
const isOfFamily = (one: unknown, other: object): boolean =>
  one === other ||
  Object.prototype.isPrototypeOf.call(other, one as object) ||
  Object.prototype.isPrototypeOf.call(one as object, other)

/** Whether the wrapper of a plain property does more than read it: middleware, global too, or `@Authorized`. */
export function losesByUnwrapping(field: OutputField, property: string): boolean {
  const site = accessOf(field).site
  const { fields } = getMetadataStorage() as unknown as Records
  const guarded = fields.some(
    (record) =>
      site !== undefined &&
      isOfFamily(record.target, site.owner) &&
      record.name === property &&
      (record.roles !== undefined || (record.middlewares?.length ?? 0) > 0),
  )
  return guarded || !readsAtOnce(field, property)
}

// Middleware makes every field asynchronous, so a bare wrapper is one that hands a probe straight back.
function readsAtOnce(field: OutputField, property: string): boolean {
  if (!field.resolve) return true
  const probe = Symbol('probe')
  try {
    const answer: unknown = field.resolve({ [property]: probe }, {}, {}, {} as never)
    if (answer instanceof Promise) answer.catch(() => {})
    return answer === probe
  } catch {
    return false
  }
}
