import type { Caller } from '../../../tests/setup/world.ts'

const SELECTION = {
  internal: `internalComments(kpi: $kpi) { id threadId kpiCode elementCode body locale createdAt editedAt removedAt resolvedAt version
    author { name hat } resolver { name } mentions { id name }
    viewerCan { answer { allowed code } edit { allowed code } remove { allowed } resolve { allowed code } reopen { allowed } } }`,
  secretariat: `comments(kpi: $kpi) { id threadId kpiCode elementCode body locale editedAt removedAt resolvedAt version
    author { name hat organisation } resolver { name } mentions { name }
    viewerCan { answer { allowed code } edit { allowed code } resolve { allowed } } }`,
}

/** What the viewer sees of the comments at one KPI of an assessment. */
// oxlint-disable-next-line no-explicit-any
export async function commentsAt(who: Caller, id: string, kpi = 'TF-01-1'): Promise<any> {
  const answer = await who.query(
    `query Comments($id: ID!, $kpi: String!) { assessment(id: $id) { id ${SELECTION.internal} ${SELECTION.secretariat}
      internalCommentCounts { kpiCode open threads } commentCounts { kpiCode open threads }
      internalCommentReaders(kpi: $kpi) { id name hat } commentReaders { id name hat }
      viewerCanComment { internally { allowed code } withSecretariat { allowed code } } } }`,
    { id, kpi },
  )
  if (answer.errors) throw new Error(JSON.stringify(answer.errors))
  return answer.data.assessment
}

const INPUTS = {
  internalCommentAdd: 'InternalCommentAddInput',
  commentAdd: 'CommentAddInput',
  commentEdit: 'CommentEditInput',
  commentRemove: 'CommentStepInput',
  commentResolve: 'CommentStepInput',
  commentReopen: 'CommentStepInput',
} as const

/** Sends a command and returns the problems as `REASON at the.path`; none when it was done. */
export async function tells(
  who: Caller,
  name: keyof typeof INPUTS,
  input: object,
): Promise<readonly string[]> {
  const answer = await who.query(
    `mutation Send($input: ${INPUTS[name]}!) { ${name}(input: $input) { problems { reason path } } }`,
    { input },
  )
  if (answer.errors) throw new Error(JSON.stringify(answer.errors))
  const { problems } = answer.data[name] as { problems: { reason: string; path: string[] }[] }
  return problems.map(({ reason, path }) => `${reason} at ${path.join('.')}`)
}

/** The kinds and KPIs of what the viewer was told last, the latest first. */
export async function told(who: Caller, first = 3): Promise<readonly string[]> {
  const { data } = await who.query(
    `query Told($first: Int!) { viewer { notifications(first: $first) { nodes { kind kpiCodes actorName } } } }`,
    { first },
  )
  return data.viewer.notifications.nodes.map(
    (each: { kind: string; kpiCodes: string[] }) => `${each.kind} ${each.kpiCodes.join(' ')}`,
  )
}

/** Opaque id of the person who asks. */
export async function selfOf(who: Caller): Promise<string> {
  const { data } = await who.query('{ viewer { person { id } } }')
  return data.viewer.person.id
}

/** Opaque id of the assessment of the open cycle. */
export async function assessmentOf(who: Caller): Promise<string> {
  const { data } = await who.query('{ myAssessment(cycle: "C2024") { id } }')
  return data.myAssessment.id
}

/** Delegates KPIs; anything but a clean answer fails the test. */
export async function give(who: Caller, input: object): Promise<void> {
  const answer = await who.query(
    `mutation Give($input: AssignmentSetInput!) { assignmentSet(input: $input) { problems { reason } } }`,
    { input },
  )
  if (JSON.stringify(answer.data) !== '{"assignmentSet":{"problems":[]}}')
    throw new Error(JSON.stringify(answer))
}
