/** Somebody who asks the server: a document and its variables in, the answer's data out. */
export type Ask = <Answer>(document: string, variables: Record<string, unknown>) => Promise<Answer>

/** Who makes a version. */
export interface Makers {
  readonly editor: Ask
  readonly observer: Ask
  readonly officer: Ask
}

/** Runs one step and takes note of it. */
export type Watch = <T>(name: string, step: () => Promise<T>) => Promise<T>

interface Head {
  readonly id: string
  readonly version: number
  readonly status: string
}
interface Payload {
  readonly problems: readonly unknown[]
}
interface Tree {
  readonly frameworkVersion: {
    readonly dimensions: readonly {
      readonly outcomes: readonly { readonly kpis: readonly Pick<Head, 'id' | 'version'>[] }[]
    }[]
  }
}
interface Difference {
  readonly frameworkDifference: { readonly counts: Readonly<Record<string, number>> }
}

const HEAD = 'id version status'
const mutation = (name: string) =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) {
    problems { reason path message } frameworkVersion { ${HEAD} } } }`
const TREE = `query ($code: String!) { frameworkVersion(code: $code) {
  dimensions { outcomes { kpis { id code version name relation ancestors { changedFields } } } } dataElements { code } } }`
const DIFFERENCE = `query ($from: String!, $to: String!) { frameworkDifference(from: $from, to: $to) {
  counts { added removed changed unchanged } nodes { kind code change relation fields { field before after } } } }`
const KPI_UPDATE = `mutation ($input: KpiUpdateInput!) { kpiUpdate(input: $input) {
  problems { reason path } kpi { relation } } }`

/** Takes a copy of a version from draft to publication, as the people of the workshop do. */
export async function makeVersion(
  { editor, observer, officer }: Makers,
  { base, code, today }: { readonly base: string; readonly code: string; readonly today: Date },
  watch: Watch,
): Promise<void> {
  const headOf = async (ask: Ask, version: string) =>
    (await ask<{ frameworkVersion: Head }>(`query ($code: String!) { frameworkVersion(code: $code) { ${HEAD} } }`, { code: version })).frameworkVersion // prettier-ignore
  const act = (name: string, ask: Ask, input: Record<string, unknown>) =>
    watch(name, async () => {
      const answer = await ask<Record<string, Payload & { frameworkVersion: Head }>>(mutation(name), { input }) // prettier-ignore
      return accepted(answer[name]!)
    })

  const { id: baseVersionId } = await headOf(editor, base)
  const draft = await act('frameworkVersionCreate', editor, {
    baseVersionId, code, kind: 'REVISION', changeNotes: { en: 'Large.', fr: 'Grande.' },
  }) // prettier-ignore
  const versionId = draft.frameworkVersion.id
  const tree = await watch('tree', () => editor<Tree>(TREE, { code }))
  const kpi = tree.frameworkVersion.dimensions[0]!.outcomes[0]!.kpis[0]!
  await watch('kpiUpdate', async () =>
    accepted(
      (
        await editor<{ kpiUpdate: Payload }>(KPI_UPDATE, {
          input: { kpiId: kpi.id, expectedVersion: kpi.version, weight: '2' },
        })
      ).kpiUpdate,
    ),
  )
  const compared = await watch('frameworkDifference', () => editor<Difference>(DIFFERENCE, { from: base, to: code })) // prettier-ignore
  const { counts } = compared.frameworkDifference
  if (counts['changed'] !== 1) throw new Error(`One KPI was changed, told are ${JSON.stringify(counts)}.`) // prettier-ignore
  await act('frameworkVersionDryRun', editor, {
    versionId, expectedVersion: (await headOf(editor, code)).version,
  }) // prettier-ignore
  await act('frameworkVersionSubmit', editor, {
    versionId, expectedVersion: (await headOf(editor, code)).version,
  }) // prettier-ignore
  await act('frameworkVersionApprove', observer, {
    versionId, expectedVersion: (await headOf(observer, code)).version,
    sessionName: 'Session 1', decidedOn: today.toISOString().slice(0, 10), document: 'PMMPT/1',
  }) // prettier-ignore
  await act('frameworkVersionPublish', officer, {
    versionId, expectedVersion: (await headOf(officer, code)).version, councilWaiver: 'Demonstration catalogue.',
  }) // prettier-ignore
}

function accepted<T extends Payload>(payload: T): T {
  if (payload.problems.length > 0) throw new Error(JSON.stringify(payload.problems))
  return payload
}
