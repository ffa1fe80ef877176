/** Somebody who asks the server: a document and its variables in, the answer's data out. */
export type Ask = (document: string, variables: Record<string, unknown>) => Promise<any> // oxlint-disable-line no-explicit-any

/** Who makes a version. */
export interface Makers {
  readonly editor: Ask
  readonly observer: Ask
  readonly officer: Ask
}

/** Runs one step and takes note of it. */
export type Watch = <T>(name: string, step: () => Promise<T>) => Promise<T>

const HEAD = 'id version status'
const mutation = (name: string) =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) {
    problems { reason path message } frameworkVersion { ${HEAD} } } }`
const TREE = `query ($code: String!) { frameworkVersion(code: $code) {
  dimensions { outcomes { kpis { id code version name relation } } } dataElements { code } } }`
const KPI_UPDATE = `mutation ($input: KpiUpdateInput!) { kpiUpdate(input: $input) {
  problems { reason path } kpi { relation } } }`

/** Takes a copy of a version from draft to publication, as the people of the workshop do. */
export async function makeVersion(
  { editor, observer, officer }: Makers,
  { base, code }: { readonly base: string; readonly code: string },
  watch: Watch,
): Promise<void> {
  const headOf = async (ask: Ask, version: string) =>
    (await ask(`query ($code: String!) { frameworkVersion(code: $code) { ${HEAD} } }`, { code: version })).frameworkVersion // prettier-ignore
  const act = (name: string, ask: Ask, input: Record<string, unknown>) =>
    watch(name, async () => accepted((await ask(mutation(name), { input }))[name]))

  const { id: baseVersionId } = await headOf(editor, base)
  const draft = await act('frameworkVersionCreate', editor, {
    baseVersionId, code, kind: 'REVISION', changeNotes: { en: 'Large.', fr: 'Grande.' },
  }) // prettier-ignore
  const versionId = draft.frameworkVersion.id
  const tree = await watch('tree', () => editor(TREE, { code }))
  const [kpi] = tree.frameworkVersion.dimensions[0].outcomes[0].kpis
  await watch('kpiUpdate', async () =>
    accepted(
      (
        await editor(KPI_UPDATE, {
          input: { kpiId: kpi.id, expectedVersion: kpi.version, weight: '2' },
        })
      ).kpiUpdate,
    ),
  )
  await act('frameworkVersionSubmit', editor, {
    versionId, expectedVersion: (await headOf(editor, code)).version,
  }) // prettier-ignore
  await act('frameworkVersionApprove', observer, {
    versionId, expectedVersion: (await headOf(observer, code)).version,
    sessionName: 'Session 1', decidedOn: '2026-10-30', document: 'PMMPT/1',
  }) // prettier-ignore
  await act('frameworkVersionPublish', officer, {
    versionId, expectedVersion: (await headOf(officer, code)).version, councilWaiver: 'Demonstration catalogue.',
  }) // prettier-ignore
}

function accepted<T extends { readonly problems: readonly unknown[] }>(payload: T): T {
  if (payload.problems.length > 0) throw new Error(JSON.stringify(payload.problems))
  return payload
}
