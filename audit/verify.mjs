// Verifies a dump of the audit log against its own hashes and against anchors kept outside the database.
// It imports nothing of the platform: this file and Node are all that an auditor needs.
//
//   node audit/verify.mjs dump.jsonl --anchors anchors.jsonl
//
// Exit code 0: intact. 1: tampered with, each place named. 64: called wrongly. 66: a file cannot be read.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

// What the memory of a run is bounded by, beside the number of chains.
const ANCHORS_KEPT = 1_000
const PROBLEMS_NAMED = 20

const sha256 = (...parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/** Each column of an entry stands in its hashed text as well, under the same name. */
const COLUMNS = [
  'action', 'administration', 'at', 'chain', 'client', 'cycle', 'hat', 'objectId', 'objectType', 'outcome',
  'person', 'request', 'seq',
] // prettier-ignore

/** Anchored heads by chain, in the order of their numbers; thinned evenly where there are very many. */
export async function readAnchors(lines) {
  const chains = new Map()
  let count = 0
  for await (const line of lines) {
    if (line.trim() === '') continue
    const { chain, seq, hash } = parse(line)
    if (typeof chain !== 'string' || !Number.isInteger(seq) || typeof hash !== 'string') {
      throw new Error('A line of the anchors is no anchor.')
    }
    count += 1
    const known = chains.get(chain) ?? []
    if (known.length === 0) chains.set(chain, known)
    known.push({ seq, hash })
    if (known.length > ANCHORS_KEPT) {
      // The last one stays: it covers all before it.
      chains.set(chain, known.filter((_, at) => at % 2 === (known.length - 1) % 2)) // prettier-ignore
    }
  }
  for (const known of chains.values()) known.sort((a, b) => a.seq - b.seq)
  return { chains, count }
}

/** Walks a dump once, line by line, and reports each place where something was changed. */
export async function verifyDump(lines, anchors = { chains: new Map(), count: 0 }) {
  const problems = []
  const tallies = new Map()
  const finished = new Set()
  let entries = 0
  let uncovered = 0
  let ended = false
  let current = null

  const report = (chain, seq, what) => {
    const tally = (tallies.get(chain) ?? 0) + 1
    tallies.set(chain, tally)
    if (tally <= PROBLEMS_NAMED) problems.push({ chain, seq, what })
  }
  const begin = (chain) => {
    if (finished.has(chain)) report(chain, 0, 'the chain stands in the dump in two pieces')
    const waiting = [...(anchors.chains.get(chain) ?? [])]
    current = { chain, seq: 0, hash: sha256(chain), head: null, covered: 0, waiting }
  }
  const finish = () => {
    if (!current) return
    const { chain, seq, hash, head, waiting, covered } = current
    if (!head) report(chain, seq, 'the head is missing')
    else if (head.seq > seq) report(chain, seq + 1, `entries up to ${head.seq} were cut off`)
    else if (head.seq < seq) report(chain, head.seq + 1, 'entries stand beyond the head')
    else if (head.hash !== hash) report(chain, seq, 'the head has another hash')
    const beyond = waiting.at(-1)
    if (beyond)
      report(chain, seq + 1, `entries up to ${beyond.seq}, which was anchored, were cut off`)
    uncovered += Math.max(0, seq - covered)
    finished.add(chain)
    current = null
  }

  for await (const line of lines) {
    if (line.trim() === '') continue
    const row = parse(line)
    if (row.type === 'entry') {
      if (row.chain !== current?.chain) {
        finish()
        begin(row.chain)
      }
      entries += 1
      judge(row, current, report)
    } else if (row.type === 'head') {
      if (row.chain !== current?.chain) {
        finish()
        begin(row.chain)
      }
      current.head = row
    } else if (row.type === 'end') {
      finish()
      ended = true
      if (row.entries !== entries)
        report('(dump)', 0, `${row.entries} entries were written and ${entries} are here`)
    } else if (row.type !== 'dump') {
      throw new Error('A line of the dump is of no known type.')
    }
  }
  finish()
  if (!ended) report('(dump)', 0, 'the dump breaks off: its last line is missing')
  for (const [chain, known] of anchors.chains) {
    if (!finished.has(chain))
      report(chain, 1, `the chain is gone; ${known.at(-1).seq} entries were anchored`)
  }
  const more = [...tallies.values()].reduce(
    (sum, count) => sum + Math.max(0, count - PROBLEMS_NAMED),
    0,
  )
  return { entries, chains: finished.size, anchors: anchors.count, uncovered, problems, more }
}

function judge(row, current, report) {
  const { chain } = row
  if (row.seq > current.seq + 1) {
    const last = row.seq - 1
    report(
      chain,
      current.seq + 1,
      last > current.seq + 1 ? `entries up to ${last} are missing` : 'the entry is missing',
    )
  } else if (row.seq <= current.seq) {
    report(chain, row.seq, 'the number stands twice or out of order')
  }
  const isNext = row.seq === current.seq + 1
  if (isNext && row.previous !== current.hash)
    report(chain, row.seq, 'the entry does not continue the one before')
  if (sha256(Buffer.from(row.previous, 'hex'), row.payload) !== row.hash) {
    report(chain, row.seq, 'the content does not match its hash')
  }
  const told = readPayload(row.payload)
  const differing = told
    ? COLUMNS.filter((name) => (told[name] ?? null) !== (row[name] ?? null))
    : ['payload']
  if (differing.length > 0) report(chain, row.seq, `not what was hashed: ${differing.join(', ')}`)
  while (current.waiting.length > 0 && current.waiting[0].seq <= row.seq) {
    const { seq, hash } = current.waiting.shift()
    if (seq === row.seq && hash !== row.hash) {
      report(chain, seq, 'the chain was rewritten here or before: its anchor has another hash')
    }
    if (seq === row.seq) current.covered = seq
    else if (seq > current.seq) report(chain, seq, 'an anchored entry is missing')
  }
  current.seq = Math.max(row.seq, current.seq)
  current.hash = row.hash
}

function parse(line) {
  try {
    const row = JSON.parse(line)
    if (row && typeof row === 'object') return row
  } catch {
    // Told below, without the text.
  }
  throw new Error('A line is no JSON object.')
}

function readPayload(text) {
  try {
    const told = JSON.parse(text)
    return told && typeof told === 'object' ? told : null
  } catch {
    return null
  }
}

const linesOf = (file) => createInterface({ input: createReadStream(file), crlfDelay: Infinity })

async function main(words) {
  const at = words.indexOf('--anchors')
  const anchorFile = at >= 0 ? words[at + 1] : undefined
  const rest = words.filter((_, index) => at < 0 || (index !== at && index !== at + 1))
  if (rest.length !== 1 || rest[0].startsWith('--') || (at >= 0 && !anchorFile)) {
    process.stderr.write('Use: npm run audit:verify -- dump.jsonl --anchors anchors.jsonl\n')
    return 64
  }
  try {
    const anchors = anchorFile ? await readAnchors(linesOf(anchorFile)) : undefined
    const found = await verifyDump(linesOf(rest[0]), anchors)
    for (const { chain, seq, what } of found.problems)
      process.stdout.write(`chain ${chain}, entry ${seq}: ${what}\n`)
    if (found.more > 0) process.stdout.write(`and ${found.more} more\n`)
    const size = `${found.entries} entries in ${found.chains} chains`
    if (found.problems.length > 0) {
      process.stdout.write(
        `TAMPERED WITH: ${size}, ${found.problems.length + found.more} findings\n`,
      )
      return 1
    }
    const covered = anchorFile
      ? `${found.anchors} anchors; ${found.uncovered} entries are newer than their last anchor`
      : 'no anchors given, so a rewritten chain or a cut tail with a corrected head would not be noticed'
    process.stdout.write(`intact: ${size}; ${covered}\n`)
    return 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 66
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main(process.argv.slice(2))
}
