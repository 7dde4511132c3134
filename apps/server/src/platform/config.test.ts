import { expect, test } from 'vitest'
import { loadConfig } from './config.ts'

function faultCodes(env: Record<string, string>): string[] {
  const loaded = loadConfig(env)
  return loaded.ok ? [] : loaded.faults.map((fault) => fault.code)
}

function configOf(env: Record<string, string>) {
  const loaded = loadConfig(env)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults))
  return loaded.config
}

test('nothing set gives the embedded database on this machine only', () => {
  expect(configOf({})).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    metricsPort: 3001,
    publicUrl: 'http://localhost:3000',
    role: 'both',
    database: { kind: 'embedded' },
    files: { kind: 'disk' },
    mail: { kind: 'outbox' },
    plan: 'lushui',
    trustProxy: false,
  })
})

test.each([
  ['a port that is a word', { PORT: 'web' }, ['config.PORT']],
  ['a port too large', { PORT: '65536' }, ['config.PORT']],
  ['a negative port', { PORT: '-1' }, ['config.PORT']],
  ['a port with a fraction', { PORT: '80.5' }, ['config.PORT']],
  ['the same port twice', { PORT: '4000', METRICS_PORT: '4000' }, ['config.METRICS_PORT']],
  ['a host with a blank', { HOST: 'my host' }, ['config.HOST']],
  ['a database of another kind', { DATABASE_URL: 'mysql://a@b/c' }, ['config.DATABASE_URL']],
  ['a database without scheme', { DATABASE_URL: 'localhost:5432/x' }, ['config.DATABASE_URL']],
  ['only the application role', { DATABASE_APP_URL: 'postgres://a@b/c' }, ['config.DATABASE_URL']],
  ['an unknown level', { LOG_LEVEL: 'loud' }, ['config.LOG_LEVEL']],
  ['an unknown role', { ROLE_OF_PROCESS: 'boss' }, ['config.ROLE_OF_PROCESS']],
  ['an unknown plan', { PLAN: 'other' }, ['config.PLAN']],
  ['a public address with a path', { PUBLIC_URL: 'https://a.cn/shop' }, ['config.PUBLIC_URL']],
  ['a directory with a line break', { DATA_DIR: '/tmp/a\nb' }, ['config.DATA_DIR']],
  [
    'S3 with nothing',
    { FILES: 's3' },
    ['config.S3_ENDPOINT', 'config.S3_BUCKET', 'config.S3_ACCESS_KEY', 'config.S3_SECRET_KEY'],
  ],
  ['mail by another way', { MAIL: 'http://a.cn' }, ['config.MAIL']],
  ['a proxy that is a name', { TRUST_PROXY: 'nginx' }, ['config.TRUST_PROXY']],
  ['three at once', { PORT: 'x', HOST: ' ! ', PLAN: 'y' }, ['config.PORT', 'config.HOST', 'config.PLAN']],
])('%s is refused', (_what, env, codes) => {
  expect(faultCodes(env)).toEqual(codes)
})

test.each([
  ['any free port', { PORT: '0' }, { port: 0, metricsPort: 0 }],
  ['metrics off', { METRICS_PORT: '' }, { metricsPort: null }],
  ['all addresses', { HOST: '0.0.0.0', PORT: '80' }, { publicUrl: 'http://localhost' }],
  ['IPv6', { HOST: '::1' }, { publicUrl: 'http://[::1]:3000' }],
  ['a public address', { PUBLIC_URL: 'https://a.cn/' }, { publicUrl: 'https://a.cn' }],
  [
    'an external database',
    { DATABASE_URL: 'postgres://a:b@c/d' },
    { database: { kind: 'external', ownerUrl: 'postgres://a:b@c/d', appUrl: null } },
  ],
  ['a data directory', { DATA_DIR: '/srv/乡 汇' }, { dataDir: '/srv/乡 汇', backupDir: '/srv/乡 汇/backup' }],
  ['one proxy', { TRUST_PROXY: '1' }, { trustProxy: 1 }],
  ['proxies by address', { TRUST_PROXY: '10.0.0.0/8, ::1' }, { trustProxy: ['10.0.0.0/8', '::1'] }],
  ['blanks mean not set', { PORT: ' ', PLAN: '' }, { port: 3000, plan: 'lushui' }],
])('%s', (_what, env, expected) => {
  expect(configOf(env)).toMatchObject(expected)
})

test('every fault says the mend in both languages and no password', () => {
  const loaded = loadConfig({
    DATABASE_URL: 'mysql://a:hidden@b/c',
    MAIL: 'http://u:hidden@h',
    S3_SECRET_KEY: 'hidden',
    FILES: 's3',
  })
  const faults = loaded.ok ? [] : loaded.faults
  expect(faults.length).toBeGreaterThan(3)
  for (const fault of faults) {
    expect(fault.zh).toMatch(/[一-鿿]/)
    expect(fault.mendZh).toMatch(/[一-鿿]/)
    expect(fault.mendEn).not.toMatch(/[一-鿿]/)
    expect(Object.values(fault).join()).not.toContain('hidden')
  }
})
