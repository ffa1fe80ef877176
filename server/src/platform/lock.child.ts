/* A process of its own for lock.test.ts: takes the directory, says how it went, and waits to be ended. */
import { acquireLock, DataDirectoryInUse } from './lock.ts'

const [folder = '', watchMs = '15000'] = process.argv.slice(2)
try {
  const lock = await acquireLock(folder, {
    watchMs: Number(watchMs),
    onCommand: async (command) => (command === 'greet' ? 'good morning' : undefined),
  })
  process.once('SIGTERM', () => void lock.release().then(() => process.exit(0)))
  process.send?.({ took: lock.ownerInfo.pid, after: lock.takenOverFrom })
  setInterval(() => {}, 1000)
} catch (error) {
  if (!(error instanceof DataDirectoryInUse)) throw error
  process.send?.({ refused: error.message })
  process.exit(3)
}
