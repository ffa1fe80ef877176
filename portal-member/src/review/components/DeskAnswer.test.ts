import { mountKit } from '@pmm/portal-kit/testing'
import { describe, expect, it } from 'vitest'
import texts from '../locales/en.json'
import DeskAnswer from './DeskAnswer.vue'

const kpi = {
  id: 'kpi',
  code: 'TF-01-1',
  name: 'Time to release',
  description: 'Hours from arrival to release.',
  methodologyHelp: null,
  reviewGuidance: null,
  unit: 'hours',
  decimals: 1,
  direction: 'LOWER_BETTER',
}

const lookAt = (isClosed: boolean) =>
  mountKit(DeskAnswer, {
    props: { kpi, answer: undefined, isClosed },
    messages: { review: texts },
  }).text()

describe('a KPI on the desk without an answer', () => {
  it('says after the conclusion that the copy is closed', () => {
    expect(lookAt(true)).toContain(texts.desk.copyClosed)
    expect(lookAt(true)).not.toContain(texts.desk.noAnswer)
  })

  it('says before it that the copy holds none', () => {
    expect(lookAt(false)).toContain(texts.desk.noAnswer)
    expect(lookAt(false)).not.toContain(texts.desk.copyClosed)
  })
})
