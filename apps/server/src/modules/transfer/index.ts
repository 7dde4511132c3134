import type { Module } from '../../platform/module.ts'
import { transferMessages } from './messages.ts'
import { mountTransfer } from './routes.ts'
import { resumeTasks, runTask } from './run-task.ts'
import { findTask } from './task.queries.ts'
import { taskSubject } from './task.service.ts'

export const transferModule: Module = {
  name: 'transfer',
  messages: transferMessages,
  mount: mountTransfer,
  attachables: [
    {
      kind: taskSubject,
      zh: '导入导出',
      en: 'Import or export',
      confidential: true,
      find: async (tx, id) => {
        const task = await findTask(tx, id)
        return task && { title: task.title, link: `/tasks/${id}` }
      },
      read: async (tx, actor, id) => {
        const task = await findTask(tx, id)
        return task?.createdBy !== null && task?.createdBy === actor.id
      },
      // A task's files are its own affair: nobody hangs others on it.
      write: async () => false,
    },
  ],
  jobs: (deps) => ({
    'transfer.run': ({ centreId, payload }) => runTask(deps, centreId, String(payload.taskId)),
  }),
  schedules: (deps) => [
    {
      name: 'transfer.resume',
      every: 'minutely',
      run: async (centreId) => {
        const resumed = await resumeTasks(deps, centreId)
        if (resumed > 0) deps.log.warn({ centreId, resumed }, 'long work taken up again')
      },
    },
  ],
}
