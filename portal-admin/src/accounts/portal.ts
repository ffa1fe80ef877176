import type { RouteMeta } from 'vue-router'
import type { Workspace } from '../generated/graphql'

/** Where each workspace begins on this origin. */
export const homes: Record<Workspace, string> = {
  MEMBER: '/member/',
  REVIEW: '/member/review',
  SECRETARIAT: '/admin/',
  PROGRAM: '/developers',
}

/** Workspaces this portal holds. */
export const ownWorkspaces: readonly Workspace[] = ['SECRETARIAT']

/** The workspace a route belongs to; this portal has one. */
export const workspaceOfRoute = (_meta: RouteMeta): Workspace => 'SECRETARIAT'

/** Where the way to the identity provider of the person's organisation begins. */
export const organisationSignIn = '/oidc/start?portal=admin'
