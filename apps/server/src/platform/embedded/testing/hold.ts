import { describeStartError } from '../../start-fault.ts'
import { startEmbedded } from '../embedded.ts'

// A server in miniature for the tests: starts the database of argv[2], says so in one line of JSON, waits to be ended.
const [, , dataDir = '', durable = 'durable'] = process.argv
const log = { info: () => undefined, warn: console.warn }
try {
  const embedded = await startEmbedded({ dataDir, log, now: () => new Date(), durable: durable === 'durable' })
  process.stdout.write(`${JSON.stringify({ ...embedded, uid: process.getuid?.() })}\n`)
  const alive = setInterval(() => undefined, 1000)
  process.once('SIGTERM', async () => {
    await embedded.stop()
    clearInterval(alive)
  })
} catch (error) {
  process.stderr.write(`${describeStartError(error).text}\n`)
  process.exitCode = 1
}
