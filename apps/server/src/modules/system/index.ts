import type { Module } from '../../platform/module.ts'
import { isFirstCentre, runAskedBackup, runNightlyBackup, runWeeklyDrill } from './backup.service.ts'
import { checkChain } from './chain.service.ts'
import { systemMessages } from './messages.ts'
import { mountSystem } from './routes.ts'
import { sendWaiting } from './send.service.ts'

/** Health, backups, the drill, the check of the chain, and what leaves the house by mail. */
export const systemModule: Module = {
  name: 'system',
  messages: systemMessages,
  mount: mountSystem,
  jobs: (deps) => ({
    'system.backup': ({ centreId, payload }) => runAskedBackup(deps, centreId, String(payload.taskId)),
    send: ({ centreId, payload }) => sendWaiting(deps, centreId, String(payload.messageId)),
  }),
  schedules: (deps) => [
    {
      name: 'backup',
      every: deps.config.backupAt,
      run: async (centreId) => {
        if (await isFirstCentre(deps, centreId)) await runNightlyBackup(deps, centreId)
      },
    },
    {
      name: 'drill',
      every: '04:10',
      run: async (centreId) => {
        if (await isFirstCentre(deps, centreId)) await runWeeklyDrill(deps, centreId)
      },
    },
    { name: 'chain', every: '03:40', run: (centreId) => checkChain(deps, centreId) },
  ],
}
