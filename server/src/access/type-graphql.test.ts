import 'reflect-metadata'
import { graphqlSync, type GraphQLSchema } from 'graphql'
import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  Field,
  FieldResolver,
  ID,
  InputType,
  InterfaceType,
  ObjectType,
  Query,
  Resolver,
  Root,
  UseMiddleware,
  buildSchemaSync,
  type BuildSchemaOptions,
} from 'type-graphql'
import { describe, expect, test } from 'vitest'
import { Access, Reads, Rows, accessOf } from './access.decorator'
import { OWNER, PUBLIC, SECRETARIAT } from './audience'
import { applyAccess } from './transform'
import { UncoveredSchema } from './uncovered-schema'
import { NOW, wearing } from './viewer.fixture'
import { anonymous } from './viewer'

type ResolverClass = new () => object

const build = (resolver: ResolverClass, options: Partial<BuildSchemaOptions> = {}): GraphQLSchema =>
  buildSchemaSync({
    resolvers: [resolver],
    validate: false,
    authChecker: () => true,
    ...options,
  } as BuildSchemaOptions)

function gapsOf(schema: GraphQLSchema): readonly string[] {
  try {
    applyAccess(schema)
    return []
  } catch (error) {
    if (!(error instanceof UncoveredSchema)) throw error
    return error.gaps.map(({ kind, at }) => `${kind} ${at}`)
  }
}

const fieldOf = (schema: GraphQLSchema, type: string, field: string) => {
  const found = schema.getType(type)
  return found && 'getFields' in found ? found.getFields()[field] : undefined
}

describe('decorators', () => {
  @ObjectType()
  @Access(PUBLIC)
  @Rows('CATALOGUE')
  class OrderedKpi {
    @Access(SECRETARIAT)
    @Reads('code')
    @Field(() => String, { nullable: true })
    above?: string

    @Field(() => String, { nullable: true })
    @Reads('code')
    @Access(SECRETARIAT)
    below?: string

    @Reads('code')
    @Field(() => String, { nullable: true })
    @Access(SECRETARIAT)
    around?: string

    @Access(PUBLIC)
    @Field(() => String)
    code!: string
  }

  @Resolver()
  class OrderedKpiQuery {
    @Access(PUBLIC)
    @Query(() => OrderedKpi)
    orderedKpi() {
      return {}
    }
  }

  test.each(['above', 'below', 'around'])('merge in any order: %s', (name) => {
    const schema = build(OrderedKpiQuery)

    const { access, reads } = accessOf(fieldOf(schema, 'OrderedKpi', name)!)
    expect(access).toEqual({ audiences: SECRETARIAT, when: null })
    expect(reads).toEqual(['code'])
    expect(accessOf(schema.getType('OrderedKpi')!)).toMatchObject({
      access: { audiences: PUBLIC },
      rowClass: 'CATALOGUE',
    })
  })

  test('refuse to stand twice on one field', () => {
    expect(() => {
      class Twice {
        @Access(PUBLIC)
        @Access(OWNER)
        code!: string
      }
      return Twice
    }).toThrow('@Access stands twice on Twice.code')
  })
})

describe('what type-graphql loses is a gap', () => {
  test('@Arg on a parameter carries no rule', () => {
    @Resolver()
    class ParameterQuery {
      @Access(PUBLIC)
      @Query(() => String)
      parameter(@Arg('code', () => ID) code: string) {
        return code
      }
    }

    expect(gapsOf(build(ParameterQuery))).toEqual(['NO_RULE Query.parameter(code:)'])
  })

  test('a redeclared interface field loses its rule', () => {
    @InterfaceType({ resolveType: () => 'RedeclaringNode' })
    abstract class RedeclaredNode {
      @Access(PUBLIC)
      @Field(() => ID)
      id!: string
    }

    @ObjectType({ implements: RedeclaredNode })
    @Rows('REGISTER')
    @Access(PUBLIC)
    class RedeclaringNode implements RedeclaredNode {
      @Field(() => ID)
      id!: string
    }

    @Resolver()
    class RedeclaringQuery {
      @Access(PUBLIC)
      @Query(() => RedeclaringNode)
      redeclaring() {
        return {}
      }
    }

    expect(gapsOf(build(RedeclaringQuery))).toEqual(['NO_RULE RedeclaringNode.id'])
  })

  test('two rules, one on the property and one on its resolver, contradict', () => {
    @ObjectType()
    @Rows('REGISTER')
    @Access(PUBLIC)
    class TwiceRuled {
      @Access(OWNER)
      @Field(() => String, { nullable: true })
      note?: string
    }

    @Resolver(() => TwiceRuled)
    class TwiceRuledResolver {
      @Access(PUBLIC)
      @Query(() => TwiceRuled)
      twiceRuled() {
        return {}
      }

      @Access(PUBLIC)
      @FieldResolver(() => String, { nullable: true })
      note() {
        return 'secret'
      }
    }

    expect(gapsOf(build(TwiceRuledResolver))).toEqual(['TWO_RULES TwiceRuled.note'])
  })

  test('an inherited input field keeps the rule of its parent class', () => {
    @InputType()
    class ParentInput {
      @Access(PUBLIC)
      @Field(() => String)
      name!: string
    }

    @InputType()
    class ChildInput extends ParentInput {
      @Access(PUBLIC)
      @Field(() => String)
      more!: string
    }

    @ArgsType()
    class ChildArgs {
      @Access(PUBLIC)
      @Field(() => ChildInput)
      input!: ChildInput
    }

    @Resolver()
    class InheritingQuery {
      @Access(PUBLIC)
      @Query(() => String)
      inheriting(@Args(() => ChildArgs) { input }: ChildArgs) {
        return input.more
      }
    }

    expect(gapsOf(build(InheritingQuery))).toEqual([])
  })

  test('a plain property with middleware or @Authorized would lose it', () => {
    @ObjectType()
    @Rows('REGISTER')
    @Access(PUBLIC)
    class GuardedRegion {
      @Access(PUBLIC)
      @UseMiddleware((_data, next) => next())
      @Field(() => String)
      watched!: string

      @Access(PUBLIC)
      @Authorized()
      @Field(() => String)
      authorized!: string

      @Access(PUBLIC)
      @Authorized('ADMIN')
      @Field(() => String, { simple: true })
      simple!: string

      @Access(PUBLIC)
      @Field(() => String)
      plain!: string
    }

    @Resolver()
    class GuardedQuery {
      @Access(PUBLIC)
      @Query(() => GuardedRegion)
      guarded() {
        return {}
      }
    }

    expect(gapsOf(build(GuardedQuery))).toEqual([
      'LOST_MIDDLEWARE GuardedRegion.authorized',
      'LOST_MIDDLEWARE GuardedRegion.simple',
      'LOST_MIDDLEWARE GuardedRegion.watched',
    ])
  })

  test('global middleware would be lost on every plain property', () => {
    @ObjectType()
    @Rows('REGISTER')
    @Access(PUBLIC)
    class GloballyWatched {
      @Access(PUBLIC)
      @Field(() => String)
      name!: string
    }

    @Resolver()
    class GloballyWatchedQuery {
      @Access(PUBLIC)
      @Query(() => GloballyWatched)
      watched() {
        return {}
      }
    }
    const globalMiddlewares = [async (_data: unknown, next: () => Promise<unknown>) => next()]

    expect(gapsOf(build(GloballyWatchedQuery, { globalMiddlewares }))).toEqual([
      'LOST_MIDDLEWARE GloballyWatched.name',
    ])
  })
})

test('a child class narrows what it inherits', () => {
  @ObjectType()
  @Rows('REGISTER')
  @Access(PUBLIC)
  class ParentCard {
    @Access(PUBLIC)
    @Field(() => String, { nullable: true })
    kept?: string

    @Access(PUBLIC)
    @Field(() => String, { nullable: true })
    narrowed?: string
  }

  @ObjectType()
  @Rows('PERSON')
  @Access(OWNER, SECRETARIAT)
  class ChildCard extends ParentCard {
    @Access(OWNER)
    @Field(() => String, { nullable: true })
    override narrowed?: string
  }

  @Resolver()
  class ChildCardQuery {
    @Access(PUBLIC)
    @Query(() => ChildCard)
    childCard() {
      return {}
    }
  }
  const schema = build(ChildCardQuery)

  expect(accessOf(schema.getType('ChildCard')!)).toMatchObject({
    rowClass: 'PERSON',
    access: { audiences: OWNER | SECRETARIAT },
  })
  expect(accessOf(fieldOf(schema, 'ChildCard', 'narrowed')!).access?.audiences).toBe(OWNER)
  expect(gapsOf(schema)).toEqual(['WIDER_THAN_CEILING ChildCard.kept'])
})

describe('leaves', () => {
  @InterfaceType({ resolveType: () => 'LeafRegion' })
  abstract class LeafNode {
    @Access(PUBLIC)
    @Field(() => ID)
    id!: string
  }

  @ObjectType({ implements: LeafNode })
  @Rows('REGISTER')
  @Access(PUBLIC)
  class LeafRegion extends LeafNode {
    @Access(PUBLIC)
    @Field(() => String)
    name!: string

    @Access(PUBLIC)
    @Field(() => String, { name: 'label' })
    storedLabel!: string

    @Access(SECRETARIAT)
    @Field(() => String, { nullable: true })
    note?: string

    @Access(PUBLIC)
    @Field(() => String)
    overridden!: string
  }

  @Resolver(() => LeafRegion)
  class LeafRegionResolver {
    @Access(PUBLIC)
    @Query(() => LeafRegion)
    leafRegion() {
      return { id: '1', name: 'North', storedLabel: 'N', note: 'secret', overridden: 'stored' }
    }

    @Access(PUBLIC)
    @FieldResolver(() => String)
    overridden(@Root() row: { readonly id: string }) {
      return `computed for ${row.id}`
    }

    @Access(PUBLIC)
    @Reads('name')
    @FieldResolver(() => String)
    shout(@Root() row: { readonly name: string }) {
      return row.name.toUpperCase()
    }
  }

  const schema = applyAccess(build(LeafRegionResolver))

  test('open to everybody carry no resolver, inherited ones neither', () => {
    expect(fieldOf(schema, 'LeafRegion', 'name')).toHaveProperty('resolve', undefined)
    expect(fieldOf(schema, 'LeafRegion', 'id')).toHaveProperty('resolve', undefined)
  })

  test('answer as before: renamed, computed and resolved elsewhere', () => {
    const source = '{ leafRegion { id name label overridden shout note } }'

    const answer = graphqlSync({ schema, source, contextValue: { viewer: anonymous(NOW) } })

    expect(answer).toEqual({
      data: {
        leafRegion: {
          id: '1',
          name: 'North',
          label: 'N',
          overridden: 'computed for 1',
          shout: 'NORTH',
          note: null,
        },
      },
    })
  })

  test('restricted ones answer whom they are for', () => {
    const contextValue = { viewer: wearing('CYCLE_OFFICER') }

    const answer = graphqlSync({ schema, source: '{ leafRegion { note } }', contextValue })

    expect(answer).toEqual({ data: { leafRegion: { note: 'secret' } } })
  })
})
