import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Access, Context, PUBLIC, Permission } from '#access'
import { FrameworkVersion } from '#framework'
import { canPlanCycleOn } from './policies'

@Resolver(() => FrameworkVersion)
export class FrameworkVersionCycleFields {
  @Access(PUBLIC)
  @FieldResolver(() => Permission, {
    description: 'Whether the viewer may prepare a cycle that measures by the version.',
  })
  cycleCreate(@Root() version: FrameworkVersion, @Ctx() { viewer }: Context): Permission {
    return canPlanCycleOn(viewer, version)
  }
}
