import { describe, expect, test } from 'vitest'
import type { KpiDefinition } from '#framework/definition'
import { catalogue, kpi } from './catalogue.testing'
import { kpiScore, normalisationProblems } from '#framework/scoring'

describe('the score of a KPI', () => {
  test('is clipped at both ends and says so', () => {
    expect(kpiScore(kpi('RC-01-1'), '112')).toMatchObject({
      unclipped: '124',
      clipped: true,
      score: '100',
    })
    expect(kpiScore(kpi('RC-01-1'), '49')).toMatchObject({ unclipped: '-2', score: '0' })
    expect(kpiScore(kpi('RC-01-1'), '80')).toMatchObject({ clipped: false, score: '60' })
  })

  test('shows its formula with the figures in it', () => {
    expect(kpiScore(kpi('TF-02-1'), '5')).toMatchObject({
      formula: '100*(value-floor)/(goal-floor)',
      substituted: '100*(5-(-20))/(20-(-20))',
      score: '62.5',
    })
    expect(kpiScore(kpi('OD-03-1'), '60')?.substituted).toBe('100*(1-abs(60-50)/50)')
  })

  test('is null without a value', () => {
    expect(kpiScore(kpi('TF-01-1'), null)).toBeNull()
  })
})

describe('the scoring of a KPI', () => {
  test('is free of contradictions throughout the catalogue', () => {
    expect(catalogue.kpis.filter((entry) => normalisationProblems(entry).length > 0)).toEqual([])
  })

  const scoring = (
    direction: KpiDefinition['direction'],
    normalisation: KpiDefinition['normalisation'],
  ) => normalisationProblems({ direction, normalisation, scored: true })

  test('is refused where the scale has no length', () => {
    expect(scoring('HIGHER', { method: 'LINEAR', floor: '5', goal: '5.0' })).toEqual([
      'FLOOR_EQUALS_GOAL',
    ])
    expect(scoring('TARGET', { method: 'DISTANCE', target: '50', maxDistance: '0' })).toEqual([
      'MAX_DISTANCE_NOT_POSITIVE',
    ])
  })

  test('is refused where it runs against the direction', () => {
    expect(scoring('LOWER', { method: 'LINEAR', floor: '0', goal: '10' })).toEqual([
      'GOAL_AGAINST_DIRECTION',
    ])
    expect(scoring('NEUTRAL', { method: 'LINEAR', floor: '0', goal: '10' })).toEqual([
      'METHOD_AGAINST_DIRECTION',
    ])
  })
})
