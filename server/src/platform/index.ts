/**
 * What every noun stands on and no noun names: configuration, transactions, time, ids, problems.
 */
export * from './batch'
export * from './clock'
export * from './database'
export * from './ids'
export * from './migrate'
export * from './open-database'
export * from './problem'
export * from './scalars'
export * from './statement-counter'
