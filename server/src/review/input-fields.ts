import { Field } from 'type-graphql'
import { Access, type Audience } from '#access'

interface InputField {
  readonly type: Parameters<typeof Field>[0]
  readonly description: string
  readonly nullable?: true
}

/**
 * Declares fields that several inputs have in common. type-graphql 2.0.0-rc.4 hands input fields
 * down without their rules, so each class declares them itself.
 */
export const InputFields =
  (audiences: readonly Audience[], fields: Readonly<Record<string, InputField>>): ClassDecorator =>
  ({ prototype }) => {
    for (const [name, { type, description, nullable = false }] of Object.entries(fields)) {
      Access(...audiences)(prototype as object, name)
      Field(type, { description, nullable })(prototype as object, name)
    }
  }
