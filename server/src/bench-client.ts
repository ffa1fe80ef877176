import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { TURN } from '../bench/rounds'

/** What the parent asks for: the same call again and again for a while. */
interface Slice {
  readonly url: string
  readonly body: string | null
  readonly headers: Readonly<Record<string, string>>
  readonly milliseconds: number
  readonly connections: number
  readonly saved?: string
  /** Number of the first call, written into its body. */
  readonly turn: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

// A process of its own, so that the work of asking is not counted as work of answering.
process.on('message', (slice: Slice) => {
  void run(slice).then((answer) => process.send!(answer))
})

async function run(slice: Slice): Promise<{ count: number; failed: number }> {
  const until = Date.now() + slice.milliseconds
  let count = 0
  let failed = 0
  const loop = async () => {
    while (Date.now() < until) {
      if (await call(slice, slice.turn + count)) count += 1
      else failed += 1
    }
  }
  await Promise.all(Array.from({ length: slice.connections }, loop))
  return { count, failed }
}

function call({ url, body, headers, saved }: Slice, turn: number): Promise<boolean> {
  return new Promise((resolve) => {
    const sent = request(url, { method: body ? 'POST' : 'GET', agent, headers }, (response) => {
      if (saved !== undefined) {
        void text(response).then(
          (answer) => resolve(answer.includes(saved) && !answer.includes('"isSaved":false')),
          () => resolve(false),
        )
        return
      }
      response.resume()
      response.on('end', () => resolve(response.statusCode === 200))
    })
    sent.on('error', () => resolve(false))
    sent.end(body?.replaceAll(TURN, String(turn)))
  })
}
