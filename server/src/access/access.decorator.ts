import { Extensions } from 'type-graphql'
import type { Audience, AudienceMask } from './audience'
import type { Condition } from './conditions'
import type { RowClass } from './row-class'

/** Who may read a field, give an argument, or see anything of a type at all. */
export interface AccessRule {
  readonly audiences: AudienceMask
  readonly when: Condition | null
}

/** Where a decorator stands, so that the transform can tell plain properties from methods. */
export interface Site {
  readonly owner: object
  readonly property: string
  readonly isMethod: boolean
}

/** The fixed shape of what the decorators of one place leave in its extensions. */
export interface AccessExtension {
  access?: AccessRule
  rowClass?: RowClass
  reads?: readonly string[]
  site?: Site
}

export interface AccessOptions {
  /** Narrows the audiences this condition speaks of. */
  readonly when?: Condition
}

type AnyDecorator = ClassDecorator & PropertyDecorator & MethodDecorator

/**
 * Names the audiences of a field, argument or input field; on an object type, the ceiling of all its
 * fields. It only declares: the transform enforces. A rule that names PUBLIC admits every viewer who
 * holds any audience for the row.
 *
 * @example `@Access(OWNER, SECRETARIAT, { when: 'STAFF' })`
 */
export function Access(...rule: readonly (Audience | AccessOptions)[]): AnyDecorator {
  let audiences = 0
  let when: Condition | null = null
  for (const part of rule) {
    if (typeof part === 'number') audiences |= part
    else when = part.when ?? null
  }
  return declare('@Access', 'access', { audiences, when })
}

/** Names the class of rows an object type shows, which says who holds which audience for a row. */
export const Rows = (rowClass: RowClass): ClassDecorator => declare('@Rows', 'rowClass', rowClass)

/**
 * Names what a computed field reads, or what a filter or sort argument acts on: fields of the same
 * type by name, of others as `Type.field`.
 */
export const Reads = (...sources: readonly string[]): PropertyDecorator & MethodDecorator =>
  declare('@Reads', 'reads', sources)

// type-graphql merges several @Extensions by key, the last one winning. All our decorators of one
// place therefore fill the same object, and their order does not matter.
const declared = new WeakMap<object, Map<string | undefined, AccessExtension>>()

function declare<K extends 'access' | 'rowClass' | 'reads'>(
  decorator: string,
  key: K,
  value: NonNullable<AccessExtension[K]>,
): AnyDecorator {
  return (target: object, property?: string | symbol, descriptor?: PropertyDescriptor) => {
    const owner = property === undefined ? target : target.constructor
    const name = property === undefined ? undefined : String(property)
    const isMethod = descriptor !== undefined
    const places = declared.get(owner) ?? new Map<string | undefined, AccessExtension>()
    declared.set(owner, places)

    let extension = places.get(name)
    if (!extension) {
      extension = name === undefined ? {} : { site: { owner, property: name, isMethod } }
      places.set(name, extension)
      const extend = Extensions({ [placeKey(owner, isMethod)]: extension }) as Extend
      extend(target, property, descriptor)
    }
    if (extension[key] !== undefined) {
      const className = (owner as { name?: string }).name ?? 'class'
      throw new Error(`${decorator} stands twice on ${name ? `${className}.${name}` : className}.`)
    }
    extension[key] = value
  }
}

type Extend = (...place: unknown[]) => void

const PLACE = 'pmm:'

// type-graphql 2.0.0-rc.4 lets the extensions of a parent class win over those of its child. With a
// key of its own for each depth of inheritance none is lost, and the nearest can be taken.
function placeKey(owner: object, isMethod: boolean): string {
  let depth = 0
  for (let each: unknown = owner; each; each = Object.getPrototypeOf(each)) depth += 1
  return `${PLACE}${isMethod ? 'method' : 'class'}:${String(depth).padStart(3, '0')}`
}

/** What our decorators left at an element of the schema; methods before properties, children before parents. */
export function placesOf(element: { readonly extensions?: unknown }): readonly AccessExtension[] {
  const extensions = (element.extensions ?? {}) as Readonly<Record<string, AccessExtension>>
  return Object.keys(extensions)
    .filter((key) => key.startsWith(PLACE))
    .toSorted()
    .toReversed()
    .map((key) => extensions[key]!)
}

/** The rule, row class and sources in force at an element of the schema. */
export function accessOf(element: { readonly extensions?: unknown }): AccessExtension {
  const nearest: AccessExtension = {}
  for (const { access, rowClass, reads, site } of placesOf(element)) {
    if (access) nearest.access ??= access
    if (rowClass) nearest.rowClass ??= rowClass
    if (reads) nearest.reads ??= reads
    if (site) nearest.site ??= site
  }
  return nearest
}

/**
 * What stands at a property of a class or of the nearest parent that names it, under the key an
 * element of the schema would carry. Undefined where nobody up to the root names a rule.
 */
export function inheritedPlace(
  target: object,
  property: string,
): Readonly<Record<string, AccessExtension>> | undefined {
  for (let each: unknown = target; each; each = Object.getPrototypeOf(each)) {
    const extension = declared.get(each as object)?.get(property)
    if (extension) return { [placeKey(each as object, false)]: extension }
  }
  return undefined
}
