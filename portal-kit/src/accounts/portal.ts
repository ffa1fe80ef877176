import type { RouteMeta } from 'vue-router'
import type { Workspace } from '../generated/graphql'

/** Where each workspace begins on this origin. */
export const homes: Record<Workspace, string> = {
  MEMBER: '/member/',
  REVIEW: '/member/review',
  SECRETARIAT: '/admin/',
  PROGRAM: '/developers',
}

// Read when asked: the address a portal is served under tells which one it is.
const base = (): string => import.meta.env.BASE_URL

/** Workspaces this portal holds, the one it opens with first. */
export const ownWorkspaces = (): readonly Workspace[] =>
  (Object.keys(homes) as Workspace[]).filter((workspace) => homes[workspace].startsWith(base()))

/** The workspace a route belongs to: its frame says so. */
export const workspaceOfRoute = ({ layout }: RouteMeta): Workspace =>
  layout === 'review' ? 'REVIEW' : ownWorkspaces()[0]!

/** The workspace whose portal the sign-in of this one leads to. */
export const otherPortal = (): 'MEMBER' | 'SECRETARIAT' =>
  ownWorkspaces().includes('SECRETARIAT') ? 'MEMBER' : 'SECRETARIAT'

/** Where the way to the identity provider of the person's organisation begins. */
export const organisationSignIn = (): string => `/oidc/start?portal=${base().replaceAll('/', '')}`
