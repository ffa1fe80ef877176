import 'reflect-metadata'
import { createServer as createNetServer } from 'node:net'
import { join } from 'node:path'
import { workerIdentity } from '#access'
import { runAdminCommand, sealingKeyFits } from '#accounts'
import { AnchorFile, Anchoring, runDumpCommand } from '#audit'
import { loadCatalogue } from '#framework'
import { BUDGETS, TRIAL_BUDGETS } from '#limits'
import {
  FileStore,
  FolderStore,
  OutboxWorker,
  S3Store,
  clamdScanner,
  createMailer,
  createSealing,
  noScanner,
  openIdProvider,
  readDocuments,
  systemClock,
  timeOrderedIds,
  type Database,
  type Mailing,
  type Sealing,
} from '#platform'
import { configExitCode, explainProblems, loadConfig, type Config } from './platform/config'
import { installationSecret } from './platform/installation-secret'
import { dataDirectoryProblem } from './platform/data-directory'
import { DataDirectoryInUse, acquireLock, type Lock } from './platform/lock'
import { createLog } from './platform/log'
import { keepDemoFiles } from '../seeds/keep-demo-files'
import { openPrepared } from './prepare'
import { createSchema, dueHandlers, outboxHandlers } from './schema'
import { createServer } from './server'
import { StartRefused } from './start-refused'

const ROOT = join(import.meta.dirname, '..', '..')
const EMBEDDED_NOTICE =
  'The embedded database survives crashes of the program, not of the machine; it is not for a live cycle.'
const HARD_EXIT_MILLISECONDS = 30_000

async function start(config: Config): Promise<void> {
  const log = createLog(config.logLevel)
  // graphql-js drops the promises beside a null that may not be: one that fails later is noted, and no more.
  process.on('unhandledRejection', (error) => {
    log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'abandoned')
  })
  const unusable = dataDirectoryProblem(config.dataDir)
  if (unusable) throw new StartRefused(unusable)
  await ensurePortIsFree(config)
  let lock: Lock | null = null
  const commands = { run: async (_line: string): Promise<string | undefined> => undefined }
  if (!config.databaseUrl) {
    lock = await acquireLock(config.dataDir, {
      onCommand: (line) => commands.run(line),
      onLost: () => process.exit(70),
    })
  }
  try {
    const { opened, installation } = await openPrepared(config, (message) => log.info(message))
    const { database } = opened
    if (config.oidc && installation.isDemonstration) {
      throw new StartRefused(
        'PMM_OIDC_ISSUER: this database holds demonstration data, which has no real people. Take another database.',
      )
    }
    const sealing = await fittingSealing(database, config)
    const memory = new Map<string, unknown>()
    memory.set('isDemonstration', installation.isDemonstration)
    memory.set('allowsDemonstrationSignIn', installation.isDemonstration && config.demo !== 'off')
    const mailing: Mailing = {
      mailer: config.mail ? createMailer(config.mail) : null,
      origin: originOf(config),
    }
    const anchoring = new Anchoring({
      file: new AnchorFile(config.anchorFile),
      onAlarm: (reason, detail) => log.error({ reason, detail }, 'audit anchor'),
    })
    const files = new FileStore(join(config.dataDir, 'uploads'))
    const blobs = config.s3
      ? new S3Store(config.s3.bucket, config.s3)
      : new FolderStore(join(config.dataDir, 'evidence'))
    if (installation.isDemonstration) await keepDemoFiles(database, blobs)
    const worker = new OutboxWorker(
      database,
      systemClock,
      workerIdentity,
      outboxHandlers,
      (topic, error) =>
        log.error({ topic, error: error instanceof Error ? error.name : 'error' }, 'outbox'),
      [...dueHandlers, anchoring.due, ({ now }) => files.sweep(now)],
      mailing,
    )
    const services = {
      database,
      clock: systemClock,
      ids: timeOrderedIds,
      memory,
      mailing,
      files,
      blobs,
      scanner: config.scanner ? clamdScanner(config.scanner.host, config.scanner.port) : noScanner,
      sealing,
      identityProvider: config.oidc
        ? openIdProvider(
            { ...config.oidc, redirectUri: `${originOf(config)}/oidc/callback` },
            sealing,
          )
        : null,
      wakeWorker: () => worker.wake(),
    }
    await loadCatalogue(services)
    commands.run = async (line) =>
      (await runDumpCommand(database, config.dataDir, line)) ??
      runAdminCommand(services, line, originOf(config))
    let isStopping = false
    const server = await createServer({
      schema: await createSchema(),
      services,
      log,
      documents: readDocuments(join(ROOT, 'graphql', 'documents')),
      freeDocuments: false,
      publicOrigin: config.publicOrigin,
      budgets: { ...(config.loopback ? TRIAL_BUDGETS : BUDGETS), ...config.rateLimits },
      trustedProxies: config.trustedProxies,
      files: {
        member: join(ROOT, 'portal-member', 'dist', 'member'),
        admin: join(ROOT, 'portal-admin', 'dist'),
        publicPages: join(ROOT, 'portal-member', 'dist', 'public'),
        explorer: join(ROOT, 'graphql', 'explorer', 'dist'),
        schema: join(ROOT, 'graphql', 'schema.graphql'),
        isDemonstration: installation.isDemonstration,
      },
      isReady: async () => {
        if (isStopping) return false
        return database.ping().then(
          () => true,
          () => false,
        )
      },
    })
    await server.http.listen({ port: config.port, host: config.host })
    worker.start()
    log.info(
      { port: config.port, database: database.kind, demonstration: installation.isDemonstration },
      'ready',
    )
    process.stdout.write(`PMM Platform is ready at ${originOf(config)}\n`)
    if (database.kind === 'embedded') process.stdout.write(`${EMBEDDED_NOTICE}\n`)

    const stop = async (): Promise<void> => {
      if (isStopping) return
      isStopping = true
      setTimeout(() => process.exit(1), HARD_EXIT_MILLISECONDS).unref()
      await new Promise((resolve) => setTimeout(resolve, config.drainDelaySeconds * 1000))
      await server.stop()
      await worker.stop()
      await anchoring.stop(database, systemClock)
      await database.close()
      await opened.pglite?.close()
      await lock?.release()
      log.info('stopped')
      process.exit(0)
    }
    process.on('SIGTERM', () => void stop())
    process.on('SIGINT', () => void stop())
  } catch (error) {
    await lock?.release()
    throw error
  }
}

// What was sealed under another secret could never be opened: better to say so now than at each sign-in.
async function fittingSealing(database: Database, config: Config): Promise<Sealing> {
  const sealing = createSealing(config.secret ?? installationSecret(config.dataDir))
  if (await sealingKeyFits(database, sealing)) return sealing
  throw new StartRefused(
    'PMM_SECRET: the database was used with another secret. Set that one, or put the former file `secret` back into ' +
      'PMM_DATA_DIR. If it is lost: npm run admin -- forget-second-factors, after which people set theirs up anew.',
  )
}

// Asked before the database is opened: a start that cannot serve should not migrate and seed first.
function ensurePortIsFree({ port, host }: Config): Promise<void> {
  const probe = createNetServer()
  return new Promise((resolve, reject) => {
    probe.once('error', ({ code }: NodeJS.ErrnoException) =>
      reject(
        new StartRefused(
          `PORT: ${host}:${port} cannot be used: ${code === 'EADDRINUSE' ? 'another program listens there' : code}.`,
        ),
      ),
    )
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

const originOf = (config: Config) => config.publicOrigin ?? `http://${config.host}:${config.port}`

const loaded = loadConfig()
if (!loaded.ok) {
  process.stderr.write(`${explainProblems(loaded.problems)}\n`)
  process.exit(configExitCode)
}
start(loaded.config).catch((error: unknown) => {
  if (error instanceof StartRefused || error instanceof DataDirectoryInUse) {
    process.stderr.write(`${error.message}\n`)
    process.exit(error instanceof StartRefused ? configExitCode : 75)
  }
  process.stderr.write(
    `The server could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  process.exit(1)
})
