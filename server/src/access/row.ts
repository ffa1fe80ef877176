/** A row as the rules see it: any plain object with the columns its class needs. */
export type Row = Readonly<Record<string, unknown>>

/** A row came without a column its class needs; the decision falls to "no" and the defect is reported. */
export class MissingColumn extends Error {
  constructor(name: string) {
    super(`column ${name} is missing`)
    this.name = 'MissingColumn'
  }
}

/** The column's value, which may be null but never absent. */
export function column(row: Row, name: string): unknown {
  const value = row[name]
  if (value === undefined) throw new MissingColumn(name)
  return value
}
