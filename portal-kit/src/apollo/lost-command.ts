// Commands that brought no answer: whether they were carried out is not known here.
const lost = new WeakMap<object, { readonly text: string; readonly key: string }>()

interface Keyed {
  readonly input?: { readonly idempotencyKey?: unknown } | null
}

/** What a command says apart from its idempotency key: the same words are the same command. */
export function textOf(variables: object): string {
  const { input, ...rest } = variables as Keyed
  if (!input || typeof input !== 'object') return JSON.stringify(variables)
  return JSON.stringify({ ...rest, input: { ...input, idempotencyKey: undefined } })
}

/** The variables to send: what is sent again after a lost answer has the key it had, so that it happens once. */
export function sentAgain<TVariables extends object>(
  document: object,
  variables: TVariables,
): TVariables {
  const before = lost.get(document)
  const { input } = variables as Keyed
  if (!before || !input?.idempotencyKey || before.text !== textOf(variables)) return variables
  return { ...variables, input: { ...input, idempotencyKey: before.key } }
}

/** Notes how the last command of this kind ended. */
export function noteEnd(document: object, variables: object, isAnswered: boolean): void {
  const key = (variables as Keyed).input?.idempotencyKey
  if (isAnswered) lost.delete(document)
  else if (typeof key === 'string') lost.set(document, { text: textOf(variables), key })
}

/** Gives a command an idempotency key where it brings none. */
export function keyed<TVariables extends object>(variables: TVariables): TVariables {
  const { input } = variables as Keyed
  if (!input || input.idempotencyKey) return variables
  return { ...variables, input: { ...input, idempotencyKey: crypto.randomUUID() } }
}
