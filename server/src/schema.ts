import 'reflect-metadata'
import type { GraphQLSchema } from 'graphql'
import { buildSchema, type NonEmptyArray } from 'type-graphql'
import { PermissionFields, applyAccess, type Context } from '#access'
import { accountsHandlers, accountsResolvers, clearSignIn } from '#accounts'
import {
  analysisEntities,
  analysisHandlers,
  analysisResolvers,
  publishDueReleases,
} from '#analysis'
import { assessmentEntities, assessmentResolvers, receiptFiles, remindOfDue } from '#assessment'
import { auditResolvers, pruneAccessLog } from '#audit'
import { commentResolvers } from '#comment'
import { closeDueCycles, cycleEntities, cycleResolvers, remindOfCycleEnd } from '#cycle'
import { disclosureResolvers } from '#disclosure'
import { evidenceFiles, evidenceResolvers } from '#evidence'
import { assessmentFiles, exchangeResolvers, frameworkFiles, pruneImports } from '#exchange'
import { peopleHandlers, peopleResolvers } from '#people'
import { frameworkEntities, frameworkResolvers, translationPackages } from '#framework'
import { forgetFullBuckets } from '#limits'
import { notificationHandlers, notificationResolvers, takeNotificationMails } from '#notification'
import { partnersResolvers } from '#partners'
import { forgetTickets, type FileSource } from '#platform'
import { reviewEntities, reviewResolvers } from '#review'
import { supportHandlers, supportResolvers } from '#support'

/** Every resolver of every noun, in import order. */
export const resolvers = [
  PermissionFields,
  ...accountsResolvers,
  ...peopleResolvers,
  ...supportResolvers,
  ...notificationResolvers,
  ...frameworkResolvers,
  ...partnersResolvers,
  ...cycleResolvers,
  ...assessmentResolvers,
  ...commentResolvers,
  ...evidenceResolvers,
  ...disclosureResolvers,
  ...reviewResolvers,
  ...analysisResolvers,
  ...auditResolvers,
  ...exchangeResolvers,
]

/** Every entity the unit of work may change. */
export const entities = [
  ...frameworkEntities,
  ...cycleEntities,
  ...assessmentEntities,
  ...reviewEntities,
  ...analysisEntities,
]

/** What the outbox worker knows to do. */
export const outboxHandlers = new Map([
  ...accountsHandlers,
  ...notificationHandlers,
  ...peopleHandlers,
  ...supportHandlers,
  ...analysisHandlers,
])

/** What happens by the clock alone. */
export const dueHandlers = [
  closeDueCycles,
  remindOfDue,
  remindOfCycleEnd,
  takeNotificationMails,
  publishDueReleases,
  forgetFullBuckets(),
  pruneAccessLog(),
  clearSignIn,
  forgetTickets,
  pruneImports(),
]

/** What is handed out below `/files/`, a folder a noun. */
export const fileSources = (schema: GraphQLSchema): readonly FileSource<Context>[] => [
  frameworkFiles,
  translationPackages,
  evidenceFiles,
  assessmentFiles,
  receiptFiles(schema),
]

/** The schema as declared, with no rule in force yet: never served. */
export const declaredSchema = (): Promise<GraphQLSchema> =>
  buildSchema({
    resolvers: resolvers as unknown as NonEmptyArray<() => unknown>,
    // Commands collect their own problems; class-validator would echo the whole input.
    validate: false,
  })

/** The one schema, with every rule in force; throws with the whole list when a rule is missing. */
export const createSchema = async (): Promise<GraphQLSchema> => applyAccess(await declaredSchema())
