import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql'
import { Access, Context, MEMBER, OWNER, PUBLIC, Permission, Rows, SECRETARIAT } from '#access'
import { Administration } from '#accounts'
import type { Db } from '#platform'
import { viewerIsDeputyAt } from './person.rows'
import {
  canEditRegister,
  canHandOver,
  canInvite,
  canSetContact,
  canUpdateAdministration,
} from './policies'

@ObjectType({ description: 'What the viewer may do with the people of an administration.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class AdministrationViewerCan {
  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Invite people.' })
  readonly invite!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Hand the role of the contact point on.' })
  readonly handOver!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Change the contact.' })
  readonly setContact!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Change how it signs.' })
  readonly update!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Change its entry in the register.' })
  readonly editRegister!: Permission
}

@Resolver(() => Administration)
export class AdministrationFields {
  @Access(MEMBER, OWNER, SECRETARIAT)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Name of the contact. Null where none is stated, and outside the PMM.',
  })
  async contactName(@Root() { id }: Administration, @Ctx() context: Context) {
    return (await context.load(contactsOfAdministrations, id))?.name ?? null
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'E-mail address of the contact. Null where none is stated, and for other members.',
  })
  async contactMail(@Root() { id }: Administration, @Ctx() context: Context) {
    return (await context.load(contactsOfAdministrations, id))?.mail ?? null
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Telephone of the contact. Null where none is stated, and for other members.',
  })
  async contactPhone(@Root() { id }: Administration, @Ctx() context: Context) {
    return (await context.load(contactsOfAdministrations, id))?.phone ?? null
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Counts the changes of the contact; to be sent back with one, 0 before the first. Null for other members.',
  })
  async contactVersion(@Root() { id }: Administration, @Ctx() context: Context) {
    return (await context.load(contactsOfAdministrations, id))?.version ?? 0
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => AdministrationViewerCan, {
    nullable: true,
    description:
      'What the viewer may do with its people. Null for viewers outside the administration.',
  })
  async viewerCan(
    @Root() { id }: Administration,
    @Ctx() context: Context,
  ): Promise<AdministrationViewerCan> {
    const { viewer } = context
    return {
      invite: canInvite(viewer),
      handOver: canHandOver(viewer, id, (await context.load(viewerIsDeputyAt, id)) === true),
      setContact: canSetContact(viewer, id),
      update: canUpdateAdministration(viewer),
      editRegister: canEditRegister(viewer),
    }
  }
}

export interface ContactRow {
  readonly administrationId: string
  readonly name: string
  readonly mail: string | null
  readonly phone: string | null
  readonly version: number
}

/** Contacts by administration; how to reach them only where the viewer may know it. */
export async function contactsOfAdministrations(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ContactRow>> {
  const rows = await db
    .selectFrom('administrationContact as c')
    .leftJoin('administrationContactAddress as d', 'd.administrationId', 'c.administrationId')
    .select(['c.administrationId', 'c.name', 'c.version', 'd.mail', 'd.phone'])
    .where('c.administrationId', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.administrationId, row]))
}
