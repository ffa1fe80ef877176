import { LockMode, type SqlEntityManager } from '@mikro-orm/sql'
import { ensure, type Permission, type Viewer } from '#access'
import { Refusal, notFound, problem, uuidOf } from '#platform'
import { FrameworkVersion } from './framework-version'

const PATH = ['input', 'versionId']

/** The version a step of its life cycle is about: visible, permitted, and locked until the end. */
export async function lockVersion(
  em: SqlEntityManager,
  viewer: Viewer,
  globalId: string,
  policy: (viewer: Viewer, version: FrameworkVersion) => Permission,
): Promise<FrameworkVersion> {
  const id = uuidOf('FV', globalId)
  const seen = id ? await em.findOne(FrameworkVersion, { id }) : null
  if (!seen) throw notFound(PATH)
  // Asked before the lock too: whom a row policy forbids to change the row cannot lock it either.
  ensure(policy(viewer, seen), PATH)
  const locked = await em.findOne(
    FrameworkVersion,
    { id: seen.id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  )
  if (!locked) {
    throw new Refusal([
      problem(
        'CONFLICT',
        'WRONG_STATE',
        'The version has changed its state in the meantime.',
        PATH,
      ),
    ])
  }
  ensure(policy(viewer, locked), PATH)
  return locked
}
