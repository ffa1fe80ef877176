import { expect, test } from 'vitest'
import { createLog, type RequestEntry, requestLog } from './log.ts'

function recorded(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = []
  const stream = { write: (line: string) => lines.push(line) }
  write(createLog('info', stream as never))
  return lines.map((line) => JSON.parse(line))
}

const entry: RequestEntry = {
  requestId: 'r1',
  operation: 'Dashboard',
  audiences: ['OWNER'],
  durationMs: 12.3456,
  statements: 3,
  outcome: 'OK',
}

test('a request leaves one line in words that machines read', () => {
  const [line, ...more] = recorded((log) => requestLog(log, entry))

  expect(more).toEqual([])
  expect(line).toMatchObject({ level: 'info', requestId: 'r1', durationMs: 12.3, outcome: 'OK' })
  expect(line?.time).toMatch(/^\d{4}-\d\d-\d\dT/)
})

test('what does not belong into the log stays out, even when it is handed over', () => {
  const careless = { ...entry, variables: { password: 'hunter2' } }

  const [line] = recorded((log) => requestLog(log, careless))

  expect(JSON.stringify(line)).not.toContain('hunter2')
})

test('an internal failure is an error', () => {
  expect(recorded((log) => requestLog(log, { ...entry, outcome: 'INTERNAL' }))[0]?.level).toBe(
    'error',
  )
})
