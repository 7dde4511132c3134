import pino, { type Logger as Pino } from 'pino'

export type Logger = Pick<Pino, 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal'>

/** Personal data and secrets never reach a log line, whatever object carries them. */
const redacted = ['password', 'token', 'code', 'secret', 'phone', 'citizenId', 'authorization', 'cookie'].flatMap(
  (name) => [name, `*.${name}`, `*.*.${name}`],
)

/** JSON lines on standard output; `level` from LOG_LEVEL. */
export function createLogger(level: string): Pino {
  return pino({
    level,
    redact: { paths: [...redacted, 'req.headers.cookie', 'req.headers.authorization'], censor: '[隐去]' },
    timestamp: pino.stdTimeFunctions.isoTime,
  })
}
