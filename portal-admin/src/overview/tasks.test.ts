import { describe, expect, test } from 'vitest'
import type { Permission } from '../wording/permission'
import { tasksOf, type TaskSources } from './tasks'

const now = new Date('2026-11-02T10:00:00Z')
const permission = (code = 'WRONG_HAT'): Permission => ({
  allowed: code === 'OK',
  code,
  reason: '',
})
const rights = <K extends string>(keys: readonly K[], given: Partial<Record<K, string>>) =>
  Object.fromEntries(keys.map((key) => [key, permission(given[key])])) as Record<K, Permission>

type Cycle = TaskSources['cycles'][number]
const cycle = (over: Partial<Cycle> = {}, can: { open?: string; report?: string } = {}): Cycle => ({
  id: 'c1',
  code: 'C1',
  name: 'Cycle 1',
  status: 'OPEN',
  opensAt: '2026-01-01T00:00:00Z',
  releaseBuild: permission(),
  viewerCan: rights(['open', 'report'], can),
  progressSummary: null,
  ...over,
})
const versionKeys = ['edit', 'approve', 'recordApproval', 'publish', 'remark'] as const
const version = (can: Partial<Record<(typeof versionKeys)[number], string>>, remarks = 0) => ({
  code: 'V2',
  name: 'Version 2',
  status: 'IN_REVIEW',
  reviewRemarks: Array.from({ length: remarks }),
  viewerCan: rights(versionKeys, can),
})
const release = (publish: string) => ({
  code: 'R1',
  name: 'Release 1',
  status: 'BUILT',
  cycle: { id: 'c1' },
  viewerCan: { publish: permission(publish) },
})
const review = (can: { accept?: string; conclude?: string }) => ({
  id: 'r1',
  administration: { name: 'Valdena' },
  viewerCan: rights(['accept', 'conclude'], can),
})
const tasks = (over: Partial<TaskSources>) =>
  tasksOf(
    {
      cycles: [],
      frameworkVersions: [],
      releases: { nodes: [] },
      requested: { nodes: [] },
      responded: { nodes: [] },
      ...over,
    },
    now,
  )
const kinds = (over: Partial<TaskSources>) => tasks(over).map(({ kind }) => kind)

test('an administration that asks for a reopening leads to its assessment', () => {
  const asking = {
    nodes: [
      { assessmentId: 'a1', administration: { name: 'Pellania' } },
      { assessmentId: null, administration: { name: 'Nobody' } },
    ],
  }
  expect(tasks({ cycles: [cycle({ asking })] })).toMatchObject([
    { kind: 'reopening', name: 'Pellania', to: { name: 'assessment', params: { id: 'a1' } } },
  ])
})

describe('what waits', () => {
  test('is nothing where the server allows nothing', () => {
    expect(
      kinds({
        cycles: [cycle()],
        frameworkVersions: [version({})],
        releases: { nodes: [release('WRONG_HAT')] },
        requested: { nodes: [review({})] },
      }),
    ).toEqual([])
  })

  test('leads from a number to the list behind it', () => {
    const progressSummary = {
      overdueCount: 3,
      stages: [{ stage: 'SUBMITTED', administrationCount: 2 }],
    }

    expect(tasks({ cycles: [cycle({ progressSummary })] })).toMatchObject([
      { kind: 'submitted', count: 2, to: { query: { cycle: 'C1', stage: 'SUBMITTED' } } },
      { kind: 'overdue', count: 3, to: { query: { cycle: 'C1', attention: 'overdue' } } },
    ])
  })

  test('holds nothing of a cycle whose report is approved', () => {
    const progressSummary = {
      overdueCount: 3,
      stages: [{ stage: 'SUBMITTED', administrationCount: 2 }],
    }

    expect(kinds({ cycles: [cycle({ progressSummary, status: 'REPORTED' })] })).toEqual([])
  })

  test('is opening only once its day has come', () => {
    expect(kinds({ cycles: [cycle({ status: 'PLANNED' }, { open: 'OK' })] })).toEqual(['open'])
    expect(
      kinds({ cycles: [cycle({ status: 'PLANNED', opensAt: '2027-01-01T00:00:00Z' }, { open: 'OK' })] }),
    ).toEqual([]) // prettier-ignore
  })

  test('is a release of a closed cycle that has none', () => {
    const closed = cycle({ status: 'CLOSED', releaseBuild: permission('OK') })

    expect(kinds({ cycles: [closed] })).toEqual(['build'])
    expect(kinds({ cycles: [closed], releases: { nodes: [release('WRONG_HAT')] } })).toEqual([])
  })

  test('is a review to decide on or to countersign', () => {
    expect(
      kinds({
        requested: { nodes: [review({ accept: 'OK' })] },
        responded: { nodes: [review({ conclude: 'OK' }), review({ conclude: 'NOT_READY' })] },
      }),
    ).toEqual(['decideReview', 'countersign'])
  })

  test('is a version to finish, to approve or to publish, each for whom it concerns', () => {
    expect(kinds({ frameworkVersions: [version({ edit: 'OK' })] })).toEqual(['draft'])
    expect(kinds({ frameworkVersions: [version({ approve: 'OK', remark: 'OK' })] })).toEqual([
      'approve',
    ])
    expect(
      kinds({ frameworkVersions: [version({ recordApproval: 'OK', publish: 'OK' })] }),
    ).toEqual(['recordDecision', 'publishVersion'])
  })

  test('says behind the rest what waits for somebody else', () => {
    const found = tasks({
      frameworkVersions: [version({ remark: 'OK' }, 4)],
      releases: { nodes: [release('SECOND_PERSON'), release('OK')] },
    })

    expect(found.map(({ kind, isOthers }) => [kind, isOthers])).toEqual([
      ['publishRelease', false],
      ['inReview', true],
      ['publishReleaseOther', true],
    ])
    expect(found[1]?.count).toBe(4)
  })

  test('names a version with its code, for a draft may bear the name of its base', () => {
    expect(tasks({ frameworkVersions: [version({ edit: 'OK' })] })).toMatchObject([
      { kind: 'draft', name: 'Version 2 (V2)' },
    ])
  })
})
