const texts = import.meta.glob<string>('../../../../graphql/operations/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const variables = import.meta.glob<string>('../../../../graphql/operations/*.variables.json', {
  query: '?raw',
  import: 'default',
  eager: true,
})

export interface Sample {
  /** Name of the file without its number: `framework-tree`. */
  name: string
  /** Name of the operation, as the text says it. */
  operation: string
  text: string
  /** Variables as JSON text; null where the query needs none. */
  variables: string | null
}

/** The sample queries that ship with the schema, in their order. */
export const samples: readonly Sample[] = Object.keys(texts)
  .toSorted()
  .map((path) => {
    const text = texts[path] ?? ''
    return {
      name: path.replace(/^.*\/(?:\d+-)?/, '').replace(/\.graphql$/, ''),
      operation: /\bquery\s+(\w+)/.exec(text)?.[1] ?? '',
      text: text.trim(),
      variables: variables[path.replace(/\.graphql$/, '.variables.json')]?.trim() ?? null,
    }
  })
