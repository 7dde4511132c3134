import type { Module } from '../../platform/module.ts'
import { setupMessages } from './messages.ts'
import { mountSetup } from './routes.ts'

export { prepareCentre } from './start.service.ts'

/** The set-up wizard: from a one-time link to a centre with an administrator. */
export const setupModule: Module = { name: 'setup', messages: setupMessages, mount: mountSetup }
