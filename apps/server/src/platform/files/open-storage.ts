import type { Config } from '../config.ts'
import { createDiskStorage } from './disk-storage.ts'
import { createS3Storage } from './s3-storage.ts'
import type { Storage } from './storage.ts'

/** The storage that the settings name (FILES=disk | s3). */
export function createStorage(config: Pick<Config, 'files' | 'dataDir'>): Storage {
  return config.files.kind === 'disk'
    ? createDiskStorage(config.files.dir)
    : createS3Storage(config.files, `${config.dataDir}/tmp`)
}
