import type { Database, TransactionIdentity } from '../../server/src/platform'

/** The same database with every transaction as the owner of the tables, for whom all rows are open. */
export function withoutPolicies(database: Database): Database {
  const asOwner = (identity: TransactionIdentity): TransactionIdentity => ({
    ...identity,
    role: 'pmm_owner',
  })
  return new Proxy(database, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      if (!['openRead', 'read', 'write'].includes(String(name)))
        return value.bind(target) as unknown
      return (identity: TransactionIdentity, ...rest: unknown[]): unknown =>
        value.call(target, asOwner(identity), ...rest)
    },
  })
}
