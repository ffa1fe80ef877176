import { fork, type ChildProcess } from 'node:child_process'

export interface Contender {
  readonly key: string
  readonly url: string
  readonly body: string | null
  readonly headers: Readonly<Record<string, string>>
}

export interface Measured {
  readonly key: string
  /** Answers in each round. */
  readonly counts: readonly number[]
}

const ROUNDS = 12
const SLICE_MILLISECONDS = 400
const CONNECTIONS = 4

/** Lets all contenders answer in turn, in an order shuffled every round, so that drift hits all alike. */
export async function runRounds(
  clientFile: string,
  contenders: readonly Contender[],
): Promise<readonly Measured[]> {
  const client = fork(clientFile)
  try {
    for (const contender of contenders) await slice(client, contender, SLICE_MILLISECONDS)
    const counts = new Map(contenders.map(({ key }) => [key, [] as number[]]))
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const contender of shuffled(contenders, round)) {
        counts.get(contender.key)!.push(await slice(client, contender, SLICE_MILLISECONDS))
      }
    }
    return contenders.map(({ key }) => ({ key, counts: counts.get(key)! }))
  } finally {
    client.kill()
  }
}

async function slice(
  client: ChildProcess,
  contender: Contender,
  milliseconds: number,
): Promise<number> {
  const answered = new Promise<{ count: number; failed: number }>((resolve) =>
    client.once('message', (answer) => resolve(answer as { count: number; failed: number })),
  )
  const { url, body, headers } = contender
  client.send({ url, body, headers, milliseconds, connections: CONNECTIONS })
  const { count, failed } = await answered
  if (failed > 0) throw new Error(`${contender.key} failed ${failed} times`)
  return count
}

// The same order every run of the benchmark, another one every round.
function shuffled<T>(items: readonly T[], round: number): readonly T[] {
  const turn = round % items.length
  const turned = [...items.slice(turn), ...items.slice(0, turn)]
  return round % 2 === 0 ? turned : turned.toReversed()
}

/** Median of the per-round ratios of two contenders, with the range they spread over. */
export function ratioOf(a: Measured, b: Measured): { median: number; low: number; high: number } {
  const ratios = a.counts.map((count, round) => count / b.counts[round]!).sort((x, y) => x - y)
  return {
    median: ratios[Math.floor(ratios.length / 2)]!,
    low: ratios[0]!,
    high: ratios.at(-1)!,
  }
}
