import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Database, TransactionIdentity } from '#platform'
import type { BenchOperation } from './operations'

/** A server with nothing in it: L0 answers from a buffer, L1 with one statement in our transaction frame. */
export async function startBareServer(
  answer: (body: string) => Promise<string> | string,
): Promise<{ url: string; close: () => Promise<void> }> {
  const server: Server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => (body += part))
    request.on('end', () => {
      void Promise.resolve(answer(body)).then((text) => {
        response.writeHead(200, { 'content-type': 'application/json' })
        response.end(text)
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The best fresh answer known: one set-based statement whose JSON is passed through. */
export const statementAnswer =
  (database: Database, identity: TransactionIdentity, operation: BenchOperation) =>
  async (): Promise<string> => {
    const { rows } = await database.read(identity, (db) => operation.statement.execute(db))
    return JSON.stringify(rows[0]?.json)
  }
