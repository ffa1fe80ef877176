import { timeOrderedIds, type OutboxHandler } from '#platform'
import { buildRelease } from './build/build-release'
import { BUILD_TOPIC } from './release-build'

/** What the outbox worker does for this noun. */
export const analysisHandlers: ReadonlyMap<string, OutboxHandler> = new Map([
  [
    BUILD_TOPIC,
    async (scope, payload) =>
      buildRelease(scope, timeOrderedIds, String(payload['releaseId']), scope.now),
  ],
])
