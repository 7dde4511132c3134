import { expect, test } from 'vitest'
import type { HealthFacts } from './health.facts.ts'
import { judgeHealth, worstOf } from './health.rules.ts'

const now = new Date('2026-11-23T10:00:00+08:00')
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const good: HealthFacts = {
  now,
  nightlyAt: '02:30',
  database: { kind: 'embedded', version: '18.4', answerMs: 3, bytes: 30e6 },
  archive: { waiting: 0, oldestWaiting: null, failing: false },
  disks: [{ what: 'data', dir: '/data', free: 80e9, total: 200e9 }],
  lastBackup: ago(8),
  lastBackupFailure: null,
  drill: { light: 'green', message: '通过', at: ago(48) },
  chain: { light: 'green', message: '一致', at: ago(6) },
  queue: { waiting: 0, running: 0, retrying: 0, failed: 0, oldestDue: null },
  unsealed: { count: 0, oldest: null },
  holidays: 'ok',
  outgoing: { mail: 'outbox', failed: 0, overdue: 0 },
  skewMs: 4,
  memory: { resident: 200e6, heapUsed: 50e6, heapLimit: 4e9, free: 3e9 },
  version: { program: '0.1.0', node: '24', programMigrations: '1,2', databaseMigrations: '1,2' },
}

test('a healthy house is green throughout and asks for nothing', () => {
  const items = judgeHealth(good)
  expect(items.filter(({ light }) => light !== 'green')).toEqual([])
  expect(items.filter(({ mend }) => mend !== null)).toEqual([])
  expect(worstOf(items)).toBe('green')
})

const cases: [string, string, 'red' | 'amber', Partial<HealthFacts>][] = [
  ['a slow database', 'database', 'amber', { database: { ...good.database, answerMs: 1500 } }],
  [
    'log waiting for three minutes',
    'archive',
    'amber',
    { archive: { waiting: 2, oldestWaiting: ago(0.05), failing: false } },
  ],
  ['an archive that fails', 'archive', 'red', { archive: { waiting: 2, oldestWaiting: ago(0.001), failing: true } }],
  ['an external database', 'archive', 'amber', { archive: null, database: { ...good.database, kind: 'external' } }],
  ['a nearly full disk', 'disk.data', 'red', { disks: [{ what: 'data', dir: '/', free: 1e9, total: 200e9 }] }],
  ['a filling disk', 'disk.backup', 'amber', { disks: [{ what: 'backup', dir: '/', free: 9e9, total: 20e9 }] }],
  ['no backup yet', 'backup', 'amber', { lastBackup: null }],
  ['one night missed', 'backup', 'amber', { lastBackup: ago(27) }],
  ['two nights missed', 'backup', 'red', { lastBackup: ago(51) }],
  ['a backup that failed', 'backup', 'amber', { lastBackupFailure: { light: 'red', message: '磁盘已满', at: ago(1) } }],
  ['no drill yet', 'drill', 'amber', { drill: null }],
  ['a failed drill', 'drill', 'red', { drill: { light: 'red', message: '不通过', at: ago(1) } }],
  ['an old drill', 'drill', 'amber', { drill: { light: 'green', message: '通过', at: ago(24 * 11) } }],
  ['jobs given up', 'queue', 'red', { queue: { ...good.queue, failed: 1 } }],
  ['a queue that stands', 'queue', 'amber', { queue: { ...good.queue, oldestDue: ago(0.05) } }],
  ['acts unsealed', 'seal', 'red', { unsealed: { count: 3, oldest: ago(1) } }],
  ['a broken chain', 'chain', 'red', { chain: { light: 'red', message: '异常', at: ago(1) } }],
  ['no notice for next year', 'holidays', 'amber', { holidays: 'missing-next' }],
  ['mail that fails', 'outgoing', 'red', { outgoing: { mail: 'smtp', failed: 2, overdue: 0 } }],
  ['a clock that is off', 'clock', 'red', { skewMs: -60_000 }],
  ['little memory', 'memory', 'amber', { memory: { ...good.memory, free: 200e6 } }],
  ['another schema', 'version', 'red', { version: { ...good.version, databaseMigrations: '1' } }],
]

test.each(cases)('%s', (_name, key, light, facts) => {
  const items = judgeHealth({ ...good, ...facts })
  const found = items.find((item) => item.key === key)
  expect(found?.light).toBe(light)
  expect(found?.mend?.zh).toMatch(/[\u4e00-\u9fff]/)
  expect(found?.mend?.en).toMatch(/[A-Za-z]/)
  expect(items[0]?.key).toBe(key)
  expect(worstOf(items)).toBe(light)
})
