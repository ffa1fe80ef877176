import type { FrameworkVersionStatus } from '../generated/graphql'

/** Whether the version is there for the public: what a session may see beyond that is for the portals. */
export const isPublic = ({ status }: { status: FrameworkVersionStatus }): boolean =>
  status === 'PUBLISHED' || status === 'RETIRED'
