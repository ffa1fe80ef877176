import type { Caller, World } from '../../../tests/setup/world.ts'

/** The document of one command with its payload, as the tests of this noun send it. */
const COMMANDS = {
  assessmentStart: ['AssessmentStartInput', 'assessment { id status version }'],
  assessmentRequestApproval: ['AssessmentDecideInput', 'assessment { id status version }'],
  assessmentSendBack: ['AssessmentSendBackInput', 'assessment { status version sentBackReason }'],
  assessmentSubmit: ['AssessmentSubmitInput', 'assessment { status version submissionCount }'],
  assessmentReturn: ['AssessmentReturnInput', 'assessment { status version dueAt }'],
  assessmentAccept: ['AssessmentAcceptInput', 'assessment { status version }'],
  assessmentReopen: ['AssessmentReopenInput', 'assessment { status version }'],
  assessmentReopenRequest: ['AssessmentReopenRequestInput', 'assessment { status version }'],
  assessmentReopenRequestTakeBack: ['AssessmentDecideInput', 'assessment { status version }'],
  assessmentReopenRequestDecline: [
    'AssessmentReopenRequestDeclineInput',
    'assessment { status version }',
  ],
  assessmentWithdraw: ['AssessmentDecideInput', 'assessment { status version }'],
  assessmentWithdrawalCancel: [
    'AssessmentWithdrawalCancelInput',
    'assessment { status version withdrawalDeclinedReason withdrawalProposer { id } }',
  ],
  assessmentExtend: ['AssessmentExtendInput', 'extendedUntil'],
  returnItemAnswer: ['ReturnItemAnswerInput', 'assessment { version }'],
  assignmentSet: [
    'AssignmentSetInput',
    'assessment { assignments { id kpiCode elementCode dueOn state } }',
  ],
  assignmentMark: ['AssignmentMarkInput', 'assessment { assignments { id doneAt } }'],
  assignmentRemove: ['AssignmentRemoveInput', 'assessment { assignments { id } }'],
  dataValuesSave: [
    'DataValuesSaveInput',
    `results { elementCode year isSaved value version echo
        problem { code reason message path } current { value version authorName updatedAt } }
      changedResponses { kpiCode state value score }`,
  ],
  instrumentLevelsSave: [
    'InstrumentLevelsSaveInput',
    'itemProblems { reason path } instruments { instrumentCode level version } changedResponses { kpiCode state value }',
  ],
  kpiResponseSetReason: [
    'KpiResponseSetReasonInput',
    'response { state reasonCode reasonText value version }',
  ],
  kpiResponseClearReason: ['KpiResponseInput', 'response { state reasonCode value version }'],
  kpiResponseJustify: ['KpiResponseJustifyInput', 'response { justification version }'],
  kpiResponseNote: ['KpiResponseNoteInput', 'response { publicNote version }'],
  kpiResponseLookedAt: ['KpiResponseLookedAtInput', 'response { lookedAt version }'],
  internalNoteSave: ['InternalNoteSaveInput', 'response { internalNote internalNoteVersion }'],
} as const

export type CommandName = keyof typeof COMMANDS

/** Sends a command and returns its payload; anything but a clean answer fails the test. */
// oxlint-disable-next-line no-explicit-any
export async function send(who: Caller, name: CommandName, input: object): Promise<any> {
  const [type, selection] = COMMANDS[name]
  const answer = await who.query(
    `mutation Send($input: ${type}!) { ${name}(input: $input) { ${selection} problems { code reason path } } }`,
    { input },
  )
  if (answer.errors) throw new Error(JSON.stringify(answer.errors))
  return (answer.data as Record<string, unknown>)[name]
}

export const reasons = (payload: { problems: readonly { reason: string }[] }): readonly string[] =>
  payload.problems.map(({ reason }) => reason)

const HEAD = `query Mine($cycle: String!) { myAssessment(cycle: $cycle) {
  id status version submissionCount contentAccess openKpiCodes
  progress { figuresEntered figuresTotal kpisReady kpisTotal blocks warningsOpen }
  returnItems { id kpiCode reason answer isCleared version }
  viewerCan { edit { allowed code } submit { allowed code } requestApproval { allowed code } }
  working { responses { kpiCode state value score version levelChosen reasonCode justification
      checks { level message } }
    values { elementCode year value version } } } }`

/** The assessment of the open cycle as its own administration sees it. */
// oxlint-disable-next-line no-explicit-any
export async function mine(who: Caller, cycle = 'C2024'): Promise<any> {
  const answer = await who.query(HEAD, { cycle })
  if (answer.errors) throw new Error(JSON.stringify(answer.errors))
  return answer.data.myAssessment
}

/** Opaque id of a cycle. */
export async function cycleId(world: World, code = 'C2024'): Promise<string> {
  const answer = await world
    .nobody()
    .query(`query Cycle($code: String!) { cycle(code: $code) { id } }`, { code })
  return answer.data.cycle.id
}

/** The assessment of an administration as the cycle officer sees it. */
// oxlint-disable-next-line no-explicit-any
export async function seenByOfficer(world: World, administration: string): Promise<any> {
  const officer = await world.as('CYCLE_OFFICER')
  const answer = await officer.query(
    `query All($after: String) { assessments(cycle: "C2024", first: 100, after: $after) {
      nodes { id status version contentAccess administration { code }
        submitted { number contentHash responses { kpiCode state value } }
        working { copy } } } }`,
  )
  if (answer.errors) throw new Error(JSON.stringify(answer.errors))
  return answer.data.assessments.nodes.find(
    (node: { administration: { code: string } }) => node.administration.code === administration,
  )
}
