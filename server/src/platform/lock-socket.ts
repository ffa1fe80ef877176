import { chmodSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import type { LockOwner } from './lock-owner.ts'

/** Answers one line to one line; nothing when it does not know the command. */
export type CommandHandler = (command: string) => Promise<string | undefined>

/** `silent`: somebody holds the socket but is too busy to answer, so it is alive. */
export type Answer =
  | { readonly kind: 'answered'; readonly line: string }
  | { readonly kind: 'silent' }
  | { readonly kind: 'nobody' }

export interface LifeSocket {
  readonly address: string | number
  close(): Promise<void>
}

const longestPath = 100
const longestLine = 8_192

/** Listens for the question whether the owner lives, and for commands of its tools. */
export async function openSocket(
  folder: string,
  id: string,
  onCommand: CommandHandler,
): Promise<LifeSocket> {
  const connections = new Set<Socket>()
  const server = createServer((socket) => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
    serve(socket, id, onCommand)
  })
  const address = await listen(server, folder, id)
  server.unref()

  return {
    address,
    close: () =>
      new Promise((resolve) => {
        for (const connection of connections) connection.destroy()
        server.close(() => resolve())
        removeSocket(address)
      }),
  }
}

/** Asks the owner named in a lock file. */
export function ask(owner: LockOwner, command: string, patience: number): Promise<Answer> {
  return new Promise((resolve) => {
    const socket =
      typeof owner.socket === 'number'
        ? connect({ port: owner.socket, host: '127.0.0.1' })
        : connect(owner.socket)
    const end = (answer: Answer) => {
      clearTimeout(timer)
      socket.destroy()
      resolve(answer)
    }
    const timer = setTimeout(() => end({ kind: 'silent' }), patience)

    socket.once('connect', () => socket.write(`${owner.id} ${command}\n`))
    socket.once('error', (error: NodeJS.ErrnoException) =>
      end({ kind: error.code === 'EAGAIN' ? 'silent' : 'nobody' }),
    )
    // A port may meanwhile belong to a stranger, who does not begin with the name it was asked by.
    onLine(socket, (line) =>
      end(
        line.startsWith(`${owner.id} `)
          ? { kind: 'answered', line: line.slice(owner.id.length + 1) }
          : { kind: 'nobody' },
      ),
    )
    socket.once('close', () => end({ kind: 'nobody' }))
  })
}

export function removeSocket(address: string | number): void {
  if (typeof address === 'string' && !address.startsWith('\\\\')) rmSync(address, { force: true })
}

function serve(socket: Socket, id: string, onCommand: CommandHandler): void {
  socket.on('error', () => socket.destroy())
  onLine(socket, (line) => {
    if (!line.startsWith(`${id} `)) return socket.destroy()
    onCommand(line.slice(id.length + 1)).then(
      (answer) => socket.end(`${id} ${(answer ?? 'unknown command').replaceAll('\n', ' ')}\n`),
      () => socket.end(`${id} failed\n`),
    )
  })
}

function onLine(socket: Socket, take: (line: string) => void): void {
  let text = ''
  socket.setEncoding('utf8')
  socket.on('data', (part: string) => {
    text += part
    const end = text.indexOf('\n')
    if (end >= 0) {
      socket.removeAllListeners('data')
      take(text.slice(0, end))
    } else if (text.length > longestLine) socket.destroy()
  })
}

async function listen(server: Server, folder: string, id: string): Promise<string | number> {
  if (process.platform === 'win32') {
    const pipe = `\\\\.\\pipe\\pmm-${id}`
    await listening(server, { path: pipe })
    return pipe
  }
  const path = join(folder, `pmm-${id.slice(0, 8)}.sock`)
  if (Buffer.byteLength(path) <= longestPath) {
    try {
      await listening(server, { path })
      chmodSync(path, 0o600)
      return path
    } catch {
      // Some file systems hold no sockets; loopback serves as well.
    }
  }
  await listening(server, { port: 0, host: '127.0.0.1' })
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('No port on loopback.')
  return address.port
}

function listening(server: Server, where: { path: string } | { port: number; host: string }) {
  return new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(where, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
