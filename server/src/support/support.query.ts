import { Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { Access, Context, OWNER, Permission, SECRETARIAT, wears } from '#access'
import { Administration, PersonCard, ViewerCard, administrationsById, cardOf } from '#accounts'
import { globalId } from '#platform'
import { canCloseSupportAccess, canOpenSupportAccess, canStartSupportView } from './policies'
import { openAccesses, viewById, viewsOf } from './support.rows'
import {
  ACCESS_TAG,
  SupportAccess,
  SupportAccessViewerCan,
  SupportView,
  VIEW_TAG,
} from './support.type'

@Resolver(() => SupportAccess)
export class SupportAccessFields {
  @Access(SECRETARIAT)
  @Query(() => [SupportAccess], {
    description:
      'Support access that stands open now, for the administrator. Empty for other hats of the secretariat.',
  })
  supportAccesses(@Ctx() context: Context): Promise<readonly SupportAccess[]> | [] {
    if (!wears(context.viewer, 'ADMINISTRATOR')) return []
    return context.read((db) => openAccesses(db, context.now))
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => ID, { description: 'Opaque id of the access.' })
  id(@Root() access: SupportAccess): string {
    return globalId(ACCESS_TAG, access.id)
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Person who opened it.',
  })
  person(@Root() access: SupportAccess, @Ctx() context: Context) {
    return cardOf(context, 'SUPPORT', access, access.personId, access.role)
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => Administration, {
    nullable: true,
    description: 'Administration the role belongs to. Null for the secretariat and the PMMPT.',
  })
  administration(@Root() access: SupportAccess, @Ctx() context: Context) {
    return access.administrationId
      ? context.load(administrationsById, access.administrationId)
      : null
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => SupportAccessViewerCan, { description: 'What the viewer may do with it.' })
  viewerCan(@Root() access: SupportAccess, @Ctx() { viewer }: Context): SupportAccessViewerCan {
    return {
      close: canCloseSupportAccess(viewer, access),
      startView: canStartSupportView(viewer, access),
    }
  }
}

@Resolver(() => SupportView)
export class SupportViewFields {
  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => ID, { description: 'Opaque id of the view.' })
  id(@Root() view: SupportView): string {
    return globalId(VIEW_TAG, view.id)
  }
}

@Resolver(() => ViewerCard)
export class ViewerSupportFields {
  @Access(OWNER)
  @FieldResolver(() => SupportAccess, {
    nullable: true,
    description: 'Support access that the viewer has opened. Null while none stands open.',
  })
  async supportAccess(@Ctx() context: Context): Promise<SupportAccess | null> {
    const { viewer } = context
    if (viewer.personId === null || viewer.hat === null) return null
    const open = await context.read((db) => openAccesses(db, context.now))
    return open.find(({ personId }) => personId === viewer.personId) ?? null
  }

  @Access(OWNER)
  @FieldResolver(() => [SupportView], {
    description:
      'Looks of administrators through the eyes of the viewer in the last 30 days, the latest first. Empty for a program.',
  })
  supportViews(@Ctx() context: Context): Promise<readonly SupportView[]> | [] {
    const { personId, hat } = context.viewer
    if (personId === null || hat === null) return []
    return context.read((db) => viewsOf(db, personId, context.now))
  }

  @Access(OWNER)
  @FieldResolver(() => SupportView, {
    nullable: true,
    description:
      'The look this very session is: an administrator sees what the person sees and changes nothing. Null in every other session.',
  })
  supportView(@Ctx() context: Context): Promise<SupportView | null> | null {
    const { supportView } = context.viewer
    return supportView ? context.read((db) => viewById(db, supportView.id, context.now)) : null
  }

  @Access(OWNER)
  @FieldResolver(() => Permission, { description: 'Whether the viewer may open support access.' })
  openSupportAccess(@Ctx() { viewer }: Context): Permission {
    return canOpenSupportAccess(viewer)
  }
}
