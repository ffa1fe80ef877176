import { wholeFor } from './electronic-rates.ts'
import { ELEMENTS, type ElementShape } from './elements.ts'
import { between, chance, unit } from './prng.ts'
import type { MemberInput } from './world.ts'

/** Figure of an administration for an element and year: the same in every cycle that asks for it. */
export type Figures = (element: string, year: number) => number

const ANCHOR = 2022
/** World trade in the year of the pandemic. */
const DIP: Readonly<Record<number, number>> = { 2020: 0.92 }

/** Yearly change of AEO programmes. Some regions grow, others shrink. */
const AEO_GROWTH: Readonly<Record<string, number>> = {
  EUR: 0.07,
  AP: 0.05,
  MENA: 0.04,
  AMS: -0.04,
  ESA: -0.05,
  WCA: -0.06,
}
const AEO_PROGRAMME_STARTED: Readonly<Record<string, number>> = { XTE: 2022, XES: 2022 }

/** Years in which something unusual happened, which somebody has to explain. */
const SURGES: Readonly<Record<string, number>> = {
  'XAL AEO_COUNT 2024': 1.57,
  'XAL SEIZ_TOBACCO 2024': 1.9,
  'XVA AEO_COUNT 2022': 1.6,
  'XSO RFI_MAA 2024': 2.1,
  'XPE SEIZ_DRUGS 2024': 2.2,
  'XNO SEIZ_ALCOHOL 2024': 0.4,
  'XJO REVENUE_COLLECTED 2022': 1.62,
}
const OFTEN_UNUSUAL = /^(SEIZ_(?!SPECIES|FIREARMS)|RFI_)/
const TRAINED_TWICE = 0.025

export function figuresOf(member: MemberInput, electronicRate2022: number | undefined): Figures {
  const { code } = member
  // Sizes lie close enough together that no administration dominates a large group.
  const size = Math.exp(between(Math.log(0.35), Math.log(2.8), 'size', code))
  const known = new Map<string, number>()

  const figure: Figures = (element, year) => {
    const key = `${element} ${year}`
    const found = known.get(key)
    if (found !== undefined) return found
    const value = Math.max(0, compute(element, year))
    known.set(key, value)
    return value
  }

  function compute(element: string, year: number): number {
    if (element === 'AEO_COUNT') return aeoCount(year)
    if (element === 'DECL_ALL') {
      const target = amountOf('DECL_ALL', shapeOf('DECL_ALL'), year)
      return year === ANCHOR ? wholeFor(electronicTenths(year), target) : target
    }
    if (element === 'DECL_ELECTRONIC') {
      return Math.floor((figure('DECL_ALL', year) * electronicTenths(year)) / 1000)
    }
    const shape = shapeOf(element)
    const since = year - ANCHOR
    switch (shape.kind) {
      case 'AMOUNT':
        return amountOf(element, shape, year)
      case 'SHARE': {
        if (chance(shape.none, 'none', code, element)) return 0
        const usual = between(shape.low, shape.high, 'share', code, element)
        const moved =
          usual + shape.drift * since + between(-0.01, 0.01, code, element, year) * usual
        const rate = overtrained(element) ? 1.06 : Math.min(1, Math.max(shape.low / 2, moved))
        return rounded(figure(shape.of, year) * rate, shape.step)
      }
      case 'MULTIPLE':
        return rounded(
          figure(shape.of, year) * between(shape.low, shape.high, 'multiple', code, element),
          shape.of.startsWith('REVENUE') ? 1000 : 1,
        )
      case 'HOURS': {
        const mean = between(shape.low, shape.high, 'hours', code) * 0.965 ** since
        return Math.round(figure(shape.of, year) * mean * 10) / 10
      }
      case 'LEVEL': {
        const reached = between(shape.low, shape.high, 'level', code, element) + 0.17 * since
        return Math.min(4, Math.max(0, Math.floor(reached)))
      }
      case 'FLAG':
        return chance(shape.likelihood + 0.03 * since, 'flag', code, element) ? 1 : 0
    }
  }

  function amountOf(element: string, shape: ElementShape, year: number): number {
    if (shape.kind !== 'AMOUNT' || chance(shape.none, 'none', code, element)) return 0
    const own = between(0.75, 1.3, 'own', code, element)
    const trend = (1 + shape.growth) ** (year - ANCHOR) * (DIP[year] ?? 1)
    const wobble = 1 + between(-shape.wobble, shape.wobble, code, element, year)
    const usual = shape.base * size ** shape.scale * own * trend * wobble
    return rounded(usual * surge(element, year), shape.step)
  }

  function aeoCount(year: number): number {
    if (year < (AEO_PROGRAMME_STARTED[code] ?? 0)) return 0
    const growth = AEO_GROWTH[member.region] ?? 0
    const base = between(70, 340, 'aeo', code) * Math.sqrt(size)
    const wobble = 1 + between(-0.012, 0.012, 'aeo', code, year)
    return Math.round(base * (1 + growth) ** (year - ANCHOR) * wobble * surge('AEO_COUNT', year))
  }

  function electronicTenths(year: number): number {
    const in2022 = electronicRate2022 ?? 1000 - Math.round(90 * unit('electronic', code) ** 4)
    const drift = Math.round((1000 - in2022) * -0.12 * (year - ANCHOR))
    return Math.min(1000, in2022 + drift)
  }

  function surge(element: string, year: number): number {
    const planned = SURGES[`${code} ${element} ${year}`]
    if (planned !== undefined) return planned
    if (!OFTEN_UNUSUAL.test(element) || !chance(0.03, 'surge', code, element, year)) return 1
    return chance(0.6, 'rise', code, element) ? 1.85 : 0.45
  }

  const overtrained = (element: string): boolean =>
    element === 'STAFF_TRAINED' && chance(TRAINED_TWICE, 'trained twice', code)

  return figure
}

function shapeOf(element: string): ElementShape {
  const shape = ELEMENTS[element]
  if (shape === undefined) throw new Error(`The demonstration has no figures for ${element}`)
  return shape
}

const rounded = (value: number, step: number): number => Math.round(value / step) * step
