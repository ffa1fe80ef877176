/**
 * What every noun stands on and no noun names: configuration, transactions, time, ids, problems.
 */
export * from './batch'
export * from './clock'
export * from './connection'
export * from './database'
export * from './documents'
export * from './ids'
export * from './insert-rows'
export * from './migrate'
export * from './open-database'
export * from './outbox'
export * from './problem'
export * from './scalars'
export * from './statement-counter'
