/**
 * What every noun stands on and no noun names: configuration, transactions, time, ids, problems.
 */
// Before any decorated class: type-graphql and MikroORM keep their metadata through it.
import 'reflect-metadata'

export * from './batch'
export * from './canonical-json'
export * from './clock'
export * from './connection'
export * from './database'
export * from './documents'
export * from './files'
export * from './identity-provider'
export * from './hidden-characters'
export * from './ids'
export * from './insert-rows'
export * from './mail'
export { isMailAddress } from './mail-settings'
export * from './migrate'
export * from './open-database'
export * from './outbox'
export * from './pdf'
export * from './problem'
export * from './scalars'
export * from './sealing'
export * from './statement-counter'
export * from './update-row'
