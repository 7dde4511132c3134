import { centreModule } from './modules/centre/index.ts'
import { contentModule } from './modules/content/index.ts'
import { deskModule } from './modules/desk/index.ts'
import { filesModule } from './modules/files/index.ts'
import { hallModule } from './modules/hall/index.ts'
import { identityModule } from './modules/identity/index.ts'
import { organisationModule } from './modules/organisation/index.ts'
import { planModule } from './modules/plan/index.ts'
import { setupModule } from './modules/setup/index.ts'
import { stationsModule } from './modules/stations/index.ts'
import { statisticsModule } from './modules/statistics/index.ts'
import { systemModule } from './modules/system/index.ts'
import { transferModule } from './modules/transfer/index.ts'
import type { Module } from './platform/module.ts'

/** Every module of the house, in the order of module-map.json. A new module is one line here. */
export const modules: readonly Module[] = [
  identityModule,
  centreModule,
  organisationModule,
  stationsModule,
  contentModule,
  deskModule,
  hallModule,
  planModule,
  setupModule,
  filesModule,
  transferModule,
  statisticsModule,
  systemModule,
]
