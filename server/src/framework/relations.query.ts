import { FieldResolver, Resolver, Root } from 'type-graphql'
import { Access, PUBLIC } from '#access'
import { DataElement } from './data-element'
import { Dimension } from './dimension'
import { ExpectedOutcome } from './expected-outcome'
import { Instrument } from './instrument'
import { Kpi } from './kpi'
import type { DataElementNode, InstrumentNode, KpiNode, OutcomeNode } from './snapshot'

// The ways up and across: each type knows what lies below it, the rest is said here.

@Resolver(() => ExpectedOutcome)
export class OutcomeRelations {
  @Access(PUBLIC)
  @FieldResolver(() => Dimension, { description: 'Dimension the outcome belongs to.' })
  dimension(@Root() outcome: OutcomeNode) {
    return outcome.dimensionNode
  }
}

@Resolver(() => Kpi)
export class KpiRelations {
  @Access(PUBLIC)
  @FieldResolver(() => ExpectedOutcome, { description: 'Expected outcome the KPI measures.' })
  outcome(@Root() kpi: KpiNode) {
    return kpi.outcomeNode
  }
}

@Resolver(() => DataElement)
export class DataElementRelations {
  @Access(PUBLIC)
  @FieldResolver(() => [Kpi], { description: 'KPIs that use the element.' })
  kpis(@Root() element: DataElementNode) {
    return element.kpis
  }
}

@Resolver(() => Instrument)
export class InstrumentRelations {
  @Access(PUBLIC)
  @FieldResolver(() => [ExpectedOutcome], {
    description: 'Expected outcomes the instrument is mapped to.',
  })
  outcomes(@Root() instrument: InstrumentNode) {
    return instrument.outcomes
  }
}
