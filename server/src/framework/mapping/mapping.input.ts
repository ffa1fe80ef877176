import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql'
import { Access, SECRETARIAT } from '#access'
import { LocalizedTextInput, OnceInput } from '../command-input'

export const MappingKind = { SDG: 'SDG', INSTRUMENT: 'INSTRUMENT' } as const

registerEnumType(MappingKind, {
  name: 'MappingKind',
  description: 'What an outcome is mapped to.',
  valuesConfig: {
    SDG: { description: 'A Sustainable Development Goal, or one of its targets.' },
    INSTRUMENT: { description: 'An instrument of the WCO.' },
  },
})

@InputType()
abstract class MappingKeyInput {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Code of the expected outcome.' })
  readonly outcome!: string

  @Access(SECRETARIAT)
  @Field(() => MappingKind, { description: 'What it is mapped to.' })
  readonly kind!: keyof typeof MappingKind

  @Access(SECRETARIAT)
  @Field(() => String, {
    description:
      'Number of a goal such as "9", code of a target such as "9.1", or code of an instrument of the version.',
  })
  readonly target!: string

  @Access(SECRETARIAT)
  @Field(() => Int, {
    description: 'Value of `version` of the mapping the change was made on; 0 for a new one.',
  })
  readonly expectedVersion!: number
}

@InputType('OutcomeMappingInput', {
  description: 'A mapping as it is to be; what is left out stays, and null takes it away.',
})
export class OutcomeMappingInput extends MappingKeyInput {
  @Access(SECRETARIAT)
  @Field(() => Int, {
    nullable: true,
    description: 'Strength: 1 indirect, 2 direct, 3 central; null where it is not stated.',
  })
  readonly strength?: number | null

  @Access(SECRETARIAT)
  @Field(() => LocalizedTextInput, { nullable: true, description: 'Why the outcome maps to it.' })
  readonly rationale?: LocalizedTextInput | null
}

@InputType('OutcomeMappingKeyInput', { description: 'A mapping that is to go, as last seen.' })
export class OutcomeMappingKeyInput extends MappingKeyInput {}

@InputType()
abstract class MappingsInput extends OnceInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the framework version.' })
  readonly versionId!: string
}

@InputType('OutcomeMappingsSetInput', {
  description: 'Mappings of a draft, from 1 to 500: one cell, a row or a column of the matrix.',
})
export class OutcomeMappingsSetInput extends MappingsInput {
  @Access(SECRETARIAT)
  @Field(() => [OutcomeMappingInput], { description: 'Mappings as they are to be.' })
  readonly mappings!: readonly OutcomeMappingInput[]
}

@InputType('OutcomeMappingsRemoveInput', {
  description: 'Mappings of a draft that are to go, from 1 to 500.',
})
export class OutcomeMappingsRemoveInput extends MappingsInput {
  @Access(SECRETARIAT)
  @Field(() => [OutcomeMappingKeyInput], { description: 'Mappings that are to go.' })
  readonly mappings!: readonly OutcomeMappingKeyInput[]
}
