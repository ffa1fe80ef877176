/** How many entries a list without a page size stands for when it is priced. */
export interface ListSize {
  readonly entries: number
  /** Fewer, where an argument narrows the list. */
  readonly given?: Readonly<Record<string, number>>
}

/** What a page holds where nothing is said, and at most. */
export const PAGE = { usual: 20, most: 100 } as const

/** Lists that are named nowhere below: as many as a page. */
export const UNSTATED: ListSize = { entries: PAGE.usual }

const few = (entries: number, given?: ListSize['given']): ListSize => ({
  entries,
  ...(given ? { given } : {}),
})

/**
 * Entries of the closed lists, for each object that has one: what a framework version and an
 * assessment of usual size hold. An estimate, so that the price is known before anything is read.
 */
export const LIST_SIZES: Readonly<Record<string, ListSize>> = {
  'Administration.assessments': few(4),
  'AnswerChange.parts': few(4),
  'Assessment.assignments': few(20),
  'Assessment.consentRecords': few(51),
  'Assessment.returnItems': few(10),
  'Assessment.reviews': few(1),
  'Assessment.submissions': few(2),
  'AssessmentContent.changes': few(20),
  'AssessmentContent.instruments': few(31),
  'AssessmentContent.responses': few(51),
  'AssessmentContent.values': few(150, { kpi: 4 }),
  'Cycle.reminderDays': few(3),
  'CycleMessage.recipients': few(40),
  'CycleMessageAudience.recipients': few(100),
  'CycleProgressSummary.regions': few(6),
  'CycleProgressSummary.stages': few(6),
  'CycleRegionProgress.stages': few(6),
  'DataElement.kpis': few(2),
  'DataElement.translationStatus': few(4),
  'DataValue.checks': few(2),
  'DataValuesSavePayload.changedResponses': few(2),
  'DataValuesSavePayload.results': few(4),
  'Dimension.outcomes': few(6),
  'Dimension.translationStatus': few(4),
  'DryRun.checks': few(8),
  'DryRun.relations': few(7),
  'DryRun.texts': few(40),
  'DryRunImpact.kpis': few(20),
  'ExpectedOutcome.instrumentMappings': few(3),
  'ExpectedOutcome.instruments': few(3),
  'ExpectedOutcome.kpis': few(3),
  'ExpectedOutcome.sdgMappings': few(2),
  'ExpectedOutcome.sdgs': few(2),
  'ExpectedOutcome.translationStatus': few(4),
  'FigureBatch.cells': few(150),
  'FormulaCheck.problems': few(1),
  'FormulaCheck.results': few(4),
  'FrameworkDifference.nodes': few(60, { kind: 20 }),
  'FrameworkVersion.approvals': few(4),
  'FrameworkVersion.dataElements': few(85),
  'FrameworkVersion.dimensions': few(4),
  'FrameworkVersion.instruments': few(31),
  'FrameworkVersion.kpis': few(51),
  'FrameworkVersion.lineage': few(194, { kind: 51 }),
  'FrameworkVersion.openProblems': few(10),
  'FrameworkVersion.reasonCodes': few(11),
  'FrameworkVersion.reviewRemarks': few(10),
  'FrameworkVersion.scales': few(2),
  'FrameworkVersion.sdgs': few(17),
  'FrameworkVersion.translationStatus': few(4),
  'FrameworkVersion.validationRules': few(91),
  'Instrument.outcomes': few(3),
  'Instrument.translationStatus': few(4),
  'InstrumentLevelsSavePayload.changedResponses': few(10),
  'InstrumentLevelsSavePayload.instruments': few(31),
  'Kpi.ancestors': few(1),
  'Kpi.descendants': few(1),
  'Kpi.elements': few(2),
  'Kpi.instruments': few(3),
  'Kpi.samples': few(2),
  'Kpi.sdgTargets': few(1),
  'Kpi.sdgs': few(2),
  'Kpi.subMeasures': few(1),
  'Kpi.translationStatus': few(4),
  'KpiResponse.checks': few(2),
  'KpiResponse.history': few(2),
  'KpiResponse.subMeasures': few(1),
  'KpiResponsePayload.changedResponses': few(2),
  'KpiSample.values': few(3),
  'KpiSeries.breaks': few(2),
  'KpiSeries.points': few(6),
  'LineagePayload.lineage': few(1),
  'NodeDifference.fields': few(3),
  'Notification.elements': few(1),
  'PartScore.contributions': few(6),
  'Query.cycles': few(5),
  'Query.demonstrationPeople': few(40),
  'Query.disclosureLevels': few(4),
  'Query.frameworkVersions': few(3),
  'Query.regions': few(6),
  'Query.reviewAssignments': few(5),
  'Query.reviewerCandidates': few(40),
  'Query.supportAccesses': few(3),
  'Release.benchmarks': few(360, { kpi: 7 }),
  'Review.answers': few(51),
  'Review.consensus': few(51),
  'Review.findings': few(20),
  'Review.kpis': few(51),
  'Review.leadObstacles': few(2),
  'Review.responseObstacles': few(2),
  'Review.scores': few(100),
  'Review.team': few(3),
  'Review.workingNotes': few(20),
  'ReviewAssignment.kpis': few(20),
  'Scale.levels': few(5),
  'Scores.dimensions': few(4),
  'Scores.outcomes': few(23),
  'Trace.instruments': few(3),
  'ValueTrace.elements': few(3),
  'Viewer.hats': few(3),
  'Viewer.sessions': few(3),
  'Viewer.supportViews': few(3),
}

/** Lists that go by one name wherever they stand. */
export const LIST_SIZES_BY_NAME: Readonly<Record<string, ListSize>> = {
  problems: few(1),
  itemProblems: few(1),
}
