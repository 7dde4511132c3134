import type { Tx } from '../../platform/db.ts'
import { fillReferenceData, findSetting, putSetting } from '../centre/index.ts'
import { newSetupToken } from '../identity/index.ts'
import { loadPlanOnce, readPlanRegions } from '../plan/index.ts'

/** What earlier starts have done, so that a later one asks a single question. */
export const startSetting = 'setup.start'
interface StartState {
  setUp: boolean
  data: 'plan' | 'empty' | null
}

/** Reference tables, the plan of a fresh centre, and a one-time link while nobody is administrator. */
export async function prepareCentre(tx: Tx, plan: 'lushui' | 'empty'): Promise<{ setupLink: string | null }> {
  const state = await findSetting<StartState>(tx, startSetting)
  if (state?.setUp) return { setupLink: null }
  await fillReferenceData(tx, () => readPlanRegions('lushui'))
  if (!state) {
    if (plan === 'lushui') await loadPlanOnce(tx, plan)
    await putSetting(tx, startSetting, { setUp: false, data: null } satisfies StartState)
  }
  const token = await newSetupToken(tx)
  return { setupLink: token === null ? null : `/console/setup?token=${token}` }
}
