import { graphql } from '../generated'
import type { FrameworkTree_DimensionFragment } from '../generated/graphql'

/** A dimension with everything below it that a list of the framework shows. */
export const TreeDimension = graphql(`
  fragment FrameworkTree_dimension on Dimension {
    id
    code
    name(locale: $locale)
    nameLocale(locale: $locale)
    description(locale: $locale)
    descriptionLocale(locale: $locale)
    provenance {
      status
    }
    outcomes {
      id
      code
      name(locale: $locale)
      nameLocale(locale: $locale)
      provenance {
        status
      }
      sdgs {
        goal
        name(locale: $locale)
      }
      instruments {
        id
        code
        name(locale: $locale)
      }
      ...MappingList_outcome
      kpis {
        id
        code
        name(locale: $locale)
        nameLocale(locale: $locale)
        unit
        isScored
        instruments {
          id
          code
        }
        provenance {
          status
        }
      }
    }
  }
`)

export type Dimension = FrameworkTree_DimensionFragment
export type Outcome = Dimension['outcomes'][number]
export type Kpi = Outcome['kpis'][number]

/** What a reader looks for in the tree; an empty text stands for no wish. */
export interface Wish {
  readonly words: string
  readonly dimension: string
  readonly sdg: string
  readonly instrument: string
}

/** Codes of KPIs that were found by more than their code and name. */
export type Found = ReadonlySet<string>

/** The part of the tree that answers the wish, in its order; outcomes and dimensions without a KPI left go. */
export function matching(
  dimensions: readonly Dimension[],
  wish: Wish,
  found: Found = new Set(),
): Dimension[] {
  const words = folded(wish.words).split(/\s+/).filter(Boolean)
  const says = (...texts: readonly string[]) => {
    const text = folded(texts.join(' '))
    return words.every((word) => text.includes(word))
  }
  return dimensions
    .filter(({ code }) => wish.dimension === '' || code === wish.dimension)
    .map((dimension) => ({
      ...dimension,
      outcomes: dimension.outcomes
        .filter(({ sdgs }) => wish.sdg === '' || sdgs.some(({ goal }) => `${goal}` === wish.sdg))
        .map((outcome) => ({
          ...outcome,
          kpis: outcome.kpis.filter(
            (kpi) =>
              isMapped(outcome, kpi, wish.instrument) &&
              (says(outcome.code, outcome.name) || says(kpi.code, kpi.name) || found.has(kpi.code)),
          ),
        }))
        .filter((outcome) => outcome.kpis.length > 0 || isWhole(wish)),
    }))
    .filter((dimension) => dimension.outcomes.length > 0 || isWhole(wish))
}

export const isWhole = ({ words, dimension, sdg, instrument }: Wish): boolean =>
  [words.trim(), dimension, sdg, instrument].every((each) => each === '')

export const kpisOf = (dimensions: readonly Dimension[]): Kpi[] =>
  dimensions.flatMap(({ outcomes }) => outcomes.flatMap(({ kpis }) => kpis))

/** Number of names that stand in another language than the one asked for. */
export const fallbacksOf = (dimensions: readonly Dimension[], locale: string): number =>
  dimensions
    .flatMap((each) => [each, ...each.outcomes, ...each.outcomes.flatMap(({ kpis }) => kpis)])
    .filter(({ nameLocale }) => nameLocale !== locale).length

const isMapped = (outcome: Outcome, kpi: Kpi, instrument: string) =>
  instrument === '' ||
  [...outcome.instruments, ...kpi.instruments].some(({ code }) => code === instrument)

const folded = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
