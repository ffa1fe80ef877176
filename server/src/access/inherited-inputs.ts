import { isInputObjectType, type GraphQLSchema } from 'graphql'
import { getMetadataStorage } from 'type-graphql'
import { inheritedPlace, placesOf } from './access.decorator'

/**
 * Gives inherited input fields the rules their parent class declares: type-graphql 2.0.0-rc.4 keeps
 * the fields of a parent input class and drops their extensions.
 */
export function restoreInheritedInputs(schema: GraphQLSchema): void {
  const classes = new Map(getMetadataStorage().inputTypes.map(({ name, target }) => [name, target]))
  for (const type of Object.values(schema.getTypeMap())) {
    const target = isInputObjectType(type) ? classes.get(type.name) : undefined
    if (!target || !isInputObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      if (placesOf(field).length > 0) continue
      const place = inheritedPlace(target, field.name)
      if (place) field.extensions = { ...field.extensions, ...place }
    }
  }
}
