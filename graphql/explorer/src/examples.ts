const files = import.meta.glob<string>('../../operations/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const variables = import.meta.glob<string>('../../operations/*.variables.json', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The sample queries of the documentation, each in a tab of its own. */
export const examples = Object.entries(files)
  .sort(([a], [b]) => a.localeCompare(b))
  .map(([path, query]) => ({
    query,
    variables: variables[path.replace(/\.graphql$/, '.variables.json')] ?? '',
  }))
