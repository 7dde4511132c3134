import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { Refusal } from '../../platform/refusal.ts'
import { getPublicCentre, openCentre, putSetting } from '../centre/index.ts'
import { createFirstAdmin, type SetupTokenState, setupTokenState } from '../identity/index.ts'
import { loadPlan, planStatus, removePlan } from '../plan/index.ts'
import { startSetting } from './start.service.ts'

/** The text that the administrator accepts; a changed text gets a new version. */
export const noticeVersion = '2026-11'

export interface SetupKnown {
  name: string
  nameEn: string
  level: 'county' | 'prefecture'
  regionCode: string | null
  planTitle: string | null
  planTitleEn: string | null
}

/** What the wizard starts from; a stranger without the link learns only that he has none. */
export async function setupState(tx: Tx, token: string): Promise<{ state: SetupTokenState; known: SetupKnown | null }> {
  const state = await setupTokenState(tx, token)
  if (state !== 'open') return { state, known: null }
  const { name, nameEn, level, regionCode } = await getPublicCentre(tx)
  const { active } = await planStatus(tx)
  const known = {
    name,
    nameEn,
    level,
    regionCode,
    planTitle: active?.title ?? null,
    planTitleEn: active?.titleEn ?? null,
  }
  return { state, known }
}

export interface Setup {
  token: string
  centre: { name: string; nameEn: string; level: 'county' | 'prefecture'; regionCode: string }
  administrator: { name: string; username: string; password: string; phone: string | null; alsoManager: boolean }
  data: 'plan' | 'empty'
  noticeVersion: string
}

/** All of the wizard in one transaction: after a fault the link is still good and nothing is half made. */
export async function finishSetup(tx: Tx, setup: Setup): Promise<void> {
  if (setup.noticeVersion !== noticeVersion) throw new Refusal('setup.notice_changed')
  const actor = await createFirstAdmin(tx, setup.token, {
    ...setup.administrator,
    username: setup.administrator.username.trim().toLowerCase(),
    consent: { purpose: 'setup.notices', textVersion: noticeVersion },
  })
  const { active } = await planStatus(tx)
  if (setup.data === 'plan' && !active) await loadPlan(tx, actor, 'lushui')
  if (setup.data === 'empty' && active) await removePlan(tx, actor)
  // After the plan: what the wizard asked stands over what the plan proposes.
  await openCentre(tx, actor, setup.centre)
  await putSetting(tx, startSetting, { setUp: true, data: setup.data })
  await recordAct(tx, actor, {
    action: 'setup.finished',
    subject: { kind: 'centre', id: tx.centreId },
    summary: `${actor.name} 完成了开通向导（${setup.data === 'plan' ? '使用泸水运营方案' : '从空白开始'}）`,
    after: { noticeVersion, data: setup.data },
  })
  await publicChanged(tx)
}
