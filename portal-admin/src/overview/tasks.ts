import type { RouteLocationRaw } from 'vue-router'
import type { Permission } from '../wording/permission'

interface Named {
  code: string
  name: string
  status: string
}

/** What the tasks are read from: states, and what the server lets the viewer do. */
export interface TaskSources {
  cycles: readonly (Named & {
    id: string
    opensAt: string
    releaseBuild: Permission
    viewerCan: { open: Permission; report: Permission }
    progressSummary?: {
      overdueCount: number
      stages: readonly { stage: string; administrationCount: number }[]
    } | null
    /** Administrations that ask for a reopening. */
    asking?: {
      nodes: readonly { assessmentId?: string | null; administration: { name: string } }[]
    } | null
  })[]
  frameworkVersions: readonly (Named & {
    reviewRemarks?: readonly unknown[] | null
    viewerCan: Record<'edit' | 'approve' | 'recordApproval' | 'publish' | 'remark', Permission>
  })[]
  releases: {
    nodes: readonly (Named & { cycle: { id: string }; viewerCan: { publish: Permission } })[]
  }
  requested: ReviewPage
  responded: ReviewPage
}

interface ReviewPage {
  nodes: readonly {
    id: string
    administration?: { name: string } | null
    viewerCan: { accept: Permission; conclude: Permission }
  }[]
}

/** One thing that waits, and where it is done. */
export interface Task {
  kind: string
  name: string
  count: number
  to: RouteLocationRaw
  /** It waits for somebody else; shown so that nobody wonders. */
  isOthers: boolean
}

const waits = (
  kind: string,
  to: RouteLocationRaw,
  over: Partial<Pick<Task, 'name' | 'count' | 'isOthers'>> = {},
): Task => ({ kind, to, name: '', count: 1, isOthers: false, ...over })

const needsOther = ({ allowed, code }: Permission) => !allowed && code === 'SECOND_PERSON'

/** Everything that waits for the viewer, what waits for somebody else behind it. */
export function tasksOf(sources: TaskSources, now: Date): readonly Task[] {
  return [
    ...sources.cycles.flatMap((cycle) => ofCycle(cycle, sources.releases.nodes, now)),
    ...ofReviews(sources),
    ...sources.frameworkVersions.flatMap(ofVersion),
    ...sources.releases.nodes.flatMap(ofRelease),
  ].toSorted((one, other) => Number(one.isOthers) - Number(other.isOthers))
}

function ofCycle(
  cycle: TaskSources['cycles'][number],
  releases: TaskSources['releases']['nodes'],
  now: Date,
): Task[] {
  const { code, name, status, progressSummary, viewerCan } = cycle
  const page = { name: 'cycle', params: { code } }
  const list = (query: Record<string, string>) => ({
    name: 'monitoring',
    query: { cycle: code, view: 'table', ...query },
  })
  const submitted =
    progressSummary?.stages.find(({ stage }) => stage === 'SUBMITTED')?.administrationCount ?? 0
  const overdue = progressSummary?.overdueCount ?? 0
  const isRunning = status === 'OPEN' || status === 'CLOSED'
  const hasRelease = releases.some(
    (release) => release.cycle.id === cycle.id && release.status !== 'DISCARDED',
  )
  return [
    ...(isRunning && submitted > 0
      ? [waits('submitted', list({ stage: 'SUBMITTED' }), { name, count: submitted })]
      : []),
    ...(cycle.asking?.nodes ?? []).flatMap(({ assessmentId, administration }) =>
      assessmentId
        ? [
            waits(
              'reopening',
              { name: 'assessment', params: { id: assessmentId } },
              { name: administration.name },
            ),
          ]
        : [],
    ),
    ...(isRunning && overdue > 0
      ? [waits('overdue', list({ attention: 'overdue' }), { name, count: overdue })]
      : []),
    ...(viewerCan.open.allowed && Date.parse(cycle.opensAt) <= now.getTime()
      ? [waits('open', page, { name })]
      : []),
    ...(cycle.releaseBuild.allowed && status === 'CLOSED' && !hasRelease
      ? [waits('build', { name: 'releases' }, { name })]
      : []),
    ...(viewerCan.report.allowed ? [waits('report', page, { name })] : []),
  ]
}

function ofReviews({ requested, responded }: TaskSources): Task[] {
  const pageOf = (id: string) => ({ name: 'review', params: { id } })
  return [
    ...requested.nodes
      .filter(({ viewerCan }) => viewerCan.accept.allowed)
      .map(({ id, administration }) =>
        waits('decideReview', pageOf(id), { name: administration?.name ?? '' }),
      ),
    ...responded.nodes
      .filter(({ viewerCan }) => viewerCan.conclude.allowed)
      .map(({ id, administration }) =>
        waits('countersign', pageOf(id), { name: administration?.name ?? '' }),
      ),
  ]
}

function ofVersion(version: TaskSources['frameworkVersions'][number]): Task[] {
  const { code, viewerCan, reviewRemarks } = version
  // A draft may still bear the name of its base.
  const name = `${version.name} (${code})`
  const page = { name: 'version', params: { code } }
  return [
    ...(viewerCan.edit.allowed ? [waits('draft', page, { name })] : []),
    ...(viewerCan.approve.allowed ? [waits('approve', page, { name })] : []),
    ...(viewerCan.remark.allowed && !viewerCan.approve.allowed
      ? [waits('inReview', page, { name, count: reviewRemarks?.length ?? 0, isOthers: true })]
      : []),
    ...(viewerCan.recordApproval.allowed ? [waits('recordDecision', page, { name })] : []),
    ...(viewerCan.publish.allowed ? [waits('publishVersion', page, { name })] : []),
    ...(needsOther(viewerCan.publish)
      ? [waits('publishVersionOther', page, { name, isOthers: true })]
      : []),
  ]
}

function ofRelease(release: TaskSources['releases']['nodes'][number]): Task[] {
  const { code, name, viewerCan } = release
  const page = { name: 'release', params: { code } }
  return [
    ...(viewerCan.publish.allowed ? [waits('publishRelease', page, { name })] : []),
    ...(needsOther(viewerCan.publish)
      ? [waits('publishReleaseOther', page, { name, isOthers: true })]
      : []),
  ]
}
