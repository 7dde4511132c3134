import type { Module } from '../../platform/module.ts'
import { statisticsMessages } from './messages.ts'
import { mountStatistics } from './routes.ts'

export type { Figure, FigureState } from './figure.rules.ts'
export { listPublicStatistics, type PublicStatistics } from './statistics.service.ts'

/** Open statistics and the data screen: counts from the pub_ views of the other modules, nothing typed in. */
export const statisticsModule: Module = {
  name: 'statistics',
  messages: statisticsMessages,
  mount: mountStatistics,
}
