import { fork, type ChildProcess } from 'node:child_process'

export interface Contender {
  readonly key: string
  readonly url: string
  readonly body: string | null
  readonly headers: Readonly<Record<string, string>>
  /** What an answer must contain, where its status alone does not tell whether something was saved. */
  readonly saved?: string
  /** Of what builds on the call before: the number of the first call, which stands for `TURN` in its body. */
  readonly turn?: number
}

/** Stands in a body for the number of the call. */
export const TURN = '{{turn}}'

export interface Measured {
  readonly key: string
  /** Answers in each round. */
  readonly counts: readonly number[]
  /** Microseconds of this process, and so of the server, for each answer; round by round. */
  readonly costs: readonly number[]
}

const ROUNDS = 12
const SLICE_MILLISECONDS = 400
const CONNECTIONS = 4

/** Lets all contenders answer in turn, in an order shuffled every round, so that drift hits all alike. */
export async function runRounds(
  clientFile: string,
  contenders: readonly Contender[],
  rounds = ROUNDS,
): Promise<readonly Measured[]> {
  const client = fork(clientFile)
  const turns = new Map(contenders.map(({ key, turn }) => [key, turn ?? 0]))
  const slice = async (contender: Contender) => {
    const turn = turns.get(contender.key)!
    const count = await sliceFrom(client, contender, turn)
    turns.set(contender.key, turn + count)
    return count
  }
  try {
    for (const contender of contenders) await slice(contender)
    const measured = new Map(
      contenders.map(({ key }) => [key, { counts: [] as number[], costs: [] as number[] }]),
    )
    for (let round = 0; round < rounds; round += 1) {
      for (const contender of shuffled(contenders, round)) {
        const before = process.cpuUsage()
        const count = await slice(contender)
        const { user, system } = process.cpuUsage(before)
        const { counts, costs } = measured.get(contender.key)!
        counts.push(count)
        costs.push((user + system) / count)
      }
    }
    return contenders.map(({ key }) => ({ key, ...measured.get(key)! }))
  } finally {
    client.kill()
  }
}

async function sliceFrom(
  client: ChildProcess,
  contender: Contender,
  turn: number,
): Promise<number> {
  const answered = new Promise<{ count: number; failed: number }>((resolve) =>
    client.once('message', (answer) => resolve(answer as { count: number; failed: number })),
  )
  const { key, ...call } = contender
  // Of calls that build on each other the next waits for the one before.
  const connections = contender.turn === undefined ? CONNECTIONS : 1
  client.send({ ...call, turn, milliseconds: SLICE_MILLISECONDS, connections })
  const { count, failed } = await answered
  if (failed > 0) throw new Error(`${key} failed ${failed} times`)
  return count
}

// The same order every run of the benchmark, another one every round.
function shuffled<T>(items: readonly T[], round: number): readonly T[] {
  const turn = round % items.length
  const turned = [...items.slice(turn), ...items.slice(0, turn)]
  return round % 2 === 0 ? turned : turned.toReversed()
}

/** Median of per-round ratios, with the range they spread over. */
export interface Ratio {
  readonly median: number
  readonly low: number
  readonly high: number
}

/** How many answers one gives for each of the other. */
export const ratioOf = (a: Measured, b: Measured): Ratio => perRound(a.counts, b.counts)

/** What an answer of one costs in CPU, for each of the other. */
export const cpuRatioOf = (a: Measured, b: Measured): Ratio => perRound(a.costs, b.costs)

function perRound(a: readonly number[], b: readonly number[]): Ratio {
  const ratios = a.map((each, round) => each / b[round]!).sort((x, y) => x - y)
  return {
    median: ratios[Math.floor(ratios.length / 2)]!,
    low: ratios[0]!,
    high: ratios.at(-1)!,
  }
}
