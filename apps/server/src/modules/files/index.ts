import type { Module } from '../../platform/module.ts'
import { filesMessages } from './messages.ts'
import { mountFiles } from './routes.ts'
import { sweepFiles } from './sweep.service.ts'

export { discard as discardStaged } from '../../platform/files/stage.ts'
export { type AttachedFileView, attachFiles, listAttachedFiles } from './attachment.service.ts'
export { fileAddress } from './contract.ts'
export { type FileRecord, findFile, findFiles, type NewFile } from './file.queries.ts'
export { setFilesPublic } from './file.service.ts'
export { disposition as contentDisposition } from './serve.rules.ts'
export { keepFile, receiveFile, saveFile, stageSheet, storeStream } from './store.service.ts'
export { type ReceivedFile, withUpload } from './upload.ts'

export const filesModule: Module = {
  name: 'files',
  messages: filesMessages,
  mount: mountFiles,
  schedules: ({ db, storage, now, log }) => [
    {
      name: 'files.sweep',
      every: '03:40',
      run: async (centreId) => {
        const swept = await sweepFiles({ db, storage }, centreId, now())
        log.info({ centreId, ...swept }, 'files swept')
      },
    },
  ],
}
