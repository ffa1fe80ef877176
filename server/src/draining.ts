import type { FastifyInstance } from 'fastify'

const SWEEP_MILLISECONDS = 100

/**
 * Lets the requests under way finish and then closes, however long their clients would keep the connection. To be
 * called before any route is added; returns what closes.
 */
export function draining(http: FastifyInstance): () => Promise<void> {
  let isClosing = false
  http.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close')
  })
  return async () => {
    isClosing = true
    // A connection is busy with its last request while the idle ones are closed, and idle itself only afterwards.
    const sweep = setInterval(() => http.server.closeIdleConnections(), SWEEP_MILLISECONDS)
    await http.close().finally(() => clearInterval(sweep))
  }
}
