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

/** The fixed shape under `extensions.pmm`. */
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
    const places = declared.get(owner) ?? new Map<string | undefined, AccessExtension>()
    declared.set(owner, places)

    let extension = places.get(name)
    if (!extension) {
      extension =
        name === undefined
          ? {}
          : { site: { owner, property: name, isMethod: descriptor !== undefined } }
      places.set(name, extension)
      const extend = Extensions({ pmm: extension }) as (...place: unknown[]) => void
      extend(target, property, descriptor)
    }
    if (extension[key] !== undefined) {
      const className = (owner as { name?: string }).name ?? 'class'
      throw new Error(`${decorator} stands twice on ${name ? `${className}.${name}` : className}.`)
    }
    extension[key] = value
  }
}

/** What our decorators left on an element of the schema. */
export const accessOf = (element: { readonly extensions?: unknown }): AccessExtension =>
  (element.extensions as { readonly pmm?: AccessExtension } | undefined)?.pmm ?? {}
