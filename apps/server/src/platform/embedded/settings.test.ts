import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { archiveCommand, quoted, restoreCommand, settingsText } from './settings.ts'

test.each([
  ['plain', '/data/log', "'/data/log'"],
  ['a quote', "/it's", "'/it''s'"],
  ['a backslash', 'a\\b', "'a\\\\b'"],
])('a value with %s', (_what, value, expected) => {
  expect(quoted(value)).toBe(expected)
})

test('durable settings never lose an acknowledged commit and listen on this machine only', () => {
  const settings = { port: 1, walArchive: '/w', logDir: '/l', sharedBuffers: '128MB', maxConnections: 60 }
  const text = settingsText({ ...settings, durable: true })
  for (const line of ["listen_addresses = '127.0.0.1'", "fsync = 'on'", "archive_timeout = '60s'"]) {
    expect(text).toContain(line)
  }
  expect(settingsText({ ...settings, durable: false })).toContain("fsync = 'off'")
})

/** Runs a command as PostgreSQL does: %p and %f filled in, %% one per cent. */
function run(command: string, path: string, file: string): number {
  const filled = command.replaceAll(/%[pf%]/g, (mark) => ({ '%p': path, '%f': file, '%%': '%' })[mark] ?? mark)
  try {
    execFileSync('/bin/sh', ['-c', filled], { stdio: 'ignore' })
    return 0
  } catch {
    return 1
  }
}

test.each(['plain', 'with blank', '乡汇', "it's", 'a%fb', 'a$HOME', 'a"b'])(
  'a segment goes through an archive named %s',
  (name) => {
    const base = mkdtempSync(join(tmpdir(), 'wal-'))
    onTestFinished(() => rmSync(base, { recursive: true }))
    const archive = join(base, name)
    mkdirSync(archive)
    const segment = join(base, 'segment')
    const back = join(base, 'back')
    writeFileSync(segment, 'one')
    expect(run(archiveCommand(archive), segment, '0001')).toBe(0)
    expect(run(archiveCommand(archive), segment, '0001'), 'the same bytes again').toBe(0)
    writeFileSync(segment, 'two')
    expect(run(archiveCommand(archive), segment, '0001'), 'other bytes under the same name').toBe(1)
    expect(run(restoreCommand(archive), back, '0001')).toBe(0)
    expect(readFileSync(back, 'utf8')).toBe('one')
    expect(run(restoreCommand(archive), back, '0002'), 'a segment that is not there').toBe(1)
    expect(readdirSync(archive)).toEqual(['0001.gz'])
  },
)
