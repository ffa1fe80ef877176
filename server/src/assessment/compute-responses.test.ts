import { describe, expect, test } from 'vitest'
import { catalogue } from './compute/catalogue.testing'
import { computeResponses, type ComputeInput } from './compute-responses'

const empty: ComputeInput = {
  reportingYear: 2024,
  previousYear: 2023,
  values: [],
  responses: [],
  levels: {},
}

const value = (elementCode: string, figure: string | null, year = 2024) => ({
  elementCode,
  year,
  value: figure,
  version: 1,
})

const answerTo = (kpi: string, input: Partial<ComputeInput>) =>
  computeResponses(catalogue, { ...empty, ...input }).responses.find(
    ({ kpiCode }) => kpiCode === kpi,
  )!

const declared = (kpiCode: string) => ({
  kpiCode,
  state: 'NOT_APPLICABLE' as const,
  reasonCode: 'NO_LEGAL_BASIS',
  justification: null,
  justifiedWarnings: null,
})

describe('the answers of an assessment', () => {
  test('are pending for every KPI before anything is entered', () => {
    const { responses, progress } = computeResponses(catalogue, empty)

    expect(responses).toHaveLength(51)
    expect(new Set(responses.map(({ state }) => state))).toEqual(new Set(['PENDING']))
    expect(progress).toMatchObject({ figuresEntered: 0, kpisReady: 0, kpisTotal: 51 })
  })

  test('have value, score and explanation once the last figure is there', () => {
    const answer = answerTo('TF-01-1', {
      values: [value('DECL_ELECTRONIC', '981'), value('DECL_ALL', '1000')],
    })

    expect(answer).toMatchObject({ state: 'REPORTED', value: '98.1', score: '98.1' })
    expect(answer.trace!.value.elements.map(({ value: figure }) => figure)).toEqual(['981', '1000'])
    expect(answer.trace!.method.status).toBe('EXPERIMENTAL')
  })

  test('keep a declared reason whatever figures there are', () => {
    const answer = answerTo('TF-01-1', {
      values: [value('DECL_ELECTRONIC', '981'), value('DECL_ALL', '1000')],
      responses: [declared('TF-01-1')],
    })

    expect(answer).toMatchObject({
      state: 'NOT_APPLICABLE',
      reasonCode: 'NO_LEGAL_BASIS',
      value: null,
      checks: [],
    })
  })

  test('do not ask for the figures of a KPI that a reason answers', () => {
    const all = computeResponses(catalogue, empty).progress.figuresTotal
    const fewer = computeResponses(catalogue, { ...empty, responses: [declared('TF-01-1')] })

    expect(fewer.progress.figuresTotal).toBe(all - 2)
    expect(fewer.progress.kpisReady).toBe(1)
  })

  test('carry blocks without losing the value', () => {
    const answer = answerTo('TF-01-1', {
      values: [value('DECL_ELECTRONIC', '1001'), value('DECL_ALL', '1000')],
    })

    expect(answer.value).toBe('100.1')
    expect(answer.checks.map(({ level }) => level)).toContain('BLOCK')
  })

  test('count a warning until it is justified', () => {
    const values = [value('AEO_COUNT', '900'), value('AEO_COUNT', '100', 2023)]
    const before = computeResponses(catalogue, { ...empty, values })
    const warned = before.responses.filter(({ checks }) =>
      checks.some(({ level }) => level === 'WARN'),
    )

    const after = computeResponses(catalogue, {
      ...empty,
      values,
      responses: warned.map(({ kpiCode }) => ({
        kpiCode,
        state: 'PENDING' as const,
        reasonCode: null,
        justification: 'A new programme began.',
        justifiedWarnings: null,
      })),
    })

    expect(before.progress.warningsOpen).toBe(warned.length)
    expect(before.progress.warningsOpen).toBeGreaterThan(0)
    expect(after.progress.warningsOpen).toBe(0)
    // One more ready KPI for each explained warning that has an answer already.
    const answered = warned.filter(({ state }) => state !== 'PENDING').length
    expect(after.progress.kpisReady).toBe(before.progress.kpisReady + answered)
  })

  test('are not ready while a warning waits for its words or a figure is impossible', () => {
    const values = [value('DECL_ELECTRONIC', '1001'), value('DECL_ALL', '1000')]
    const of = (justification: string | null) =>
      computeResponses(catalogue, {
        ...empty,
        values,
        responses: [
          {
            kpiCode: 'TF-01-1',
            state: 'PENDING',
            reasonCode: null,
            justification,
            justifiedWarnings: null,
          },
        ],
      }).progress

    expect(of(null)).toMatchObject({ blocks: 1, kpisReady: 0 })
    expect(of('It is so.')).toMatchObject({ blocks: 1, kpisReady: 0 })
  })

  test('take no figure of another year', () => {
    const answer = answerTo('TF-01-1', {
      values: [value('DECL_ELECTRONIC', '981', 2022), value('DECL_ALL', '1000')],
    })

    expect(answer.state).toBe('PENDING')
  })
})

describe('the mean application level', () => {
  const values = [value('DECL_ELECTRONIC', '981'), value('DECL_ALL', '1000')]
  const outcome = catalogue.outcomes.find(({ code }) => code === 'TF-01')!

  test('waits for every instrument of the reported outcomes', () => {
    expect(answerTo('OD-04-2', { values })).toMatchObject({ state: 'PENDING', value: null })
  })

  test('is computed by the system from the levels', () => {
    const levels = Object.fromEntries(outcome.instruments.map((code) => [code, 3]))

    expect(answerTo('OD-04-2', { values, levels })).toMatchObject({ state: 'REPORTED', value: '3' })
  })

  test('cannot be typed', () => {
    const typed = [...values, value('INSTRUMENT_LEVEL_MEAN', '4')]

    expect(answerTo('OD-04-2', { values: typed }).state).toBe('PENDING')
  })
})
