import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../platform/embedded/embedded.ts'

/** What a test needs to make databases on the run's one cluster. */
export interface TestCluster {
  superUrl: string
  ownerUrl: string
  appUrl: string
  port: number
}

declare module 'vitest' {
  interface ProvidedContext {
    cluster: TestCluster
  }
}

/** vitest globalSetup: one throw-away embedded PostgreSQL for the whole run, removed at its end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'xianghui-test-'))
  const log = { info: () => undefined, warn: console.warn }
  const cluster = await startEmbedded({ dataDir, log, now: () => new Date(), durable: false, maxConnections: 200 })
  const { superUrl, ownerUrl, appUrl, port } = cluster
  project.provide('cluster', { superUrl, ownerUrl, appUrl, port })
  return async () => {
    await cluster.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
