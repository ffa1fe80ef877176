import { mountKit } from '@pmm/portal-kit/testing'
import { expect, test } from 'vitest'
import english from '../locales/en.json'
import VersionDates from './VersionDates.vue'

const version = (baseStatus: string) => ({
  id: 'v2',
  code: 'PMM-V2',
  kind: 'REVISION',
  number: 2,
  validFrom: null,
  publishedAt: null,
  retiredAt: null,
  baseVersion: { id: 'v1', code: 'PMM-V1', status: baseStatus },
})
const files = (baseStatus: string) =>
  mountKit(VersionDates, {
    props: { version: version(baseStatus) },
    messages: { framework: english },
  })
    .findAll('a[download]')
    .map((each) => each.attributes('href'))

test('what changed is offered since a version that anybody may read, and since no other', () => {
  expect(files('PUBLISHED')).toEqual(['/files/framework/PMM-V2.since.PMM-V1.en.md'])
  expect(files('DRAFT')).toEqual([])
})
