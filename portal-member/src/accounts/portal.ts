import type { RouteMeta } from 'vue-router'
import type { Workspace } from '../generated/graphql'

/** Where each workspace begins on this origin. */
export const homes: Record<Workspace, string> = {
  MEMBER: '/member/',
  REVIEW: '/member/review',
  SECRETARIAT: '/admin/',
  PROGRAM: '/developers',
}

/** Workspaces this portal holds, the one it opens with first. */
export const ownWorkspaces: readonly Workspace[] = ['MEMBER', 'REVIEW']

/** The workspace a route belongs to: its frame says so. */
export const workspaceOfRoute = ({ layout }: RouteMeta): Workspace =>
  layout === 'review' ? 'REVIEW' : 'MEMBER'

/** Where the way to the identity provider of the person's organisation begins. */
export const organisationSignIn = '/oidc/start?portal=member'
