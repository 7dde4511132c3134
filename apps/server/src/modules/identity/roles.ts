import type { Permission } from './permissions.ts'

export interface RoleDefinition {
  zh: string
  en: string
  /** what the role is for, shown beside the check box */
  note: string
  permissions: readonly Permission[]
  /** may be granted for one station only */
  stationScoped?: true
  /** a second factor is compulsory at sign-in by password */
  secondFactor?: true
}

const staff = [
  'centre.read',
  'people.read',
  'station.read',
  'rule.read',
  'content.read',
  'hall.read',
  'file.read',
] as const

/**
 * Roles as data (plan 二; capabilities §3 roles; 等保2.0 separates system, security and audit administrators).
 * GOV, HQ, MGR, AST, OPS, STN of the plan, and the three steps of 三审.
 */
export const roles = {
  admin: {
    zh: '系统管理员',
    en: 'System administrator',
    note: '设置中心、开设账号、备份恢复。须使用第二重验证。',
    secondFactor: true,
    permissions: [
      ...staff,
      'centre.write',
      'people.write',
      'account.write',
      'station.write',
      'zone.write',
      'region.write',
      'rule.write',
      'file.write',
      'message.read',
      'system.read',
      'system.write',
      'hall.write',
      'data.export',
      'data.import',
    ],
  },
  security: {
    zh: '安全管理员',
    en: 'Security administrator',
    note: '管理账号与角色，查看敏感信息的使用。须使用第二重验证。',
    secondFactor: true,
    permissions: ['people.read', 'account.write', 'people.reveal', 'system.read', 'audit.read', 'message.read'],
  },
  auditor: {
    zh: '审计员',
    en: 'Auditor',
    note: '只看不改：操作记录、规则、系统状态。须使用第二重验证。',
    secondFactor: true,
    permissions: ['audit.read', 'rule.read', 'centre.read', 'system.read', 'people.read', 'data.export'],
  },
  leader: {
    zh: '领导小组／商务局',
    en: 'Steering group / commerce bureau',
    note: '查看全部业务，终审稿件，审批与验收站点。',
    permissions: [...staff, 'content.publish', 'station.approve', 'station.accept', 'audit.read', 'data.export'],
  },
  headquarters: {
    zh: '公司总部',
    en: 'Headquarters',
    note: '查看全部业务，制定公司规则（与方案冲突时以公司规则为准，方案五（三））。',
    permissions: [...staff, 'rule.write', 'audit.read', 'data.export'],
  },
  manager: {
    zh: '中心负责人',
    en: 'Head of the centre',
    note: '中心日常管理：人员、站点、服务、稿件复审。',
    permissions: [
      ...staff,
      'centre.write',
      'people.write',
      'people.reveal',
      'station.write',
      'station.approve',
      'station.accept',
      'zone.write',
      'content.write',
      'content.review1',
      'content.review2',
      'content.publish',
      'hall.write',
      'hall.handle',
      'file.write',
      'rule.write',
      'system.read',
      'data.export',
      'data.import',
    ],
  },
  assistant: {
    zh: '助理',
    en: 'Assistant',
    note: '协助负责人：档案、稿件、办事与站点资料。',
    permissions: [
      ...staff,
      'people.write',
      'station.write',
      'zone.write',
      'content.write',
      'content.review1',
      'hall.handle',
      'file.write',
      'data.export',
      'data.import',
    ],
  },
  operator: {
    zh: '运营专员（招商／培训／服务）',
    en: 'Operator (investment, training, service)',
    note: '办理申请、答复咨询、撰写稿件。',
    permissions: [...staff, 'content.write', 'hall.handle', 'file.write'],
  },
  editor: {
    zh: '信息员',
    en: 'Editor',
    note: '撰写新闻与公告，上传图片。',
    permissions: ['content.read', 'content.write', 'file.read', 'file.write', 'centre.read'],
  },
  reviewer: {
    zh: '审稿人',
    en: 'Reviewer',
    note: '稿件初审与复审。',
    permissions: ['content.read', 'content.review1', 'content.review2', 'centre.read', 'file.read'],
  },
  keeper: {
    zh: '站点人员',
    en: 'Station keeper',
    note: '维护本站资料，办理本站的申请。',
    stationScoped: true,
    permissions: ['station.read', 'station.write', 'hall.read', 'hall.handle', 'file.write', 'file.read'],
  },
} as const satisfies Record<string, RoleDefinition>

export type Role = keyof typeof roles

export const roleDefinition = (role: string): RoleDefinition | undefined =>
  Object.hasOwn(roles, role) ? roles[role as Role] : undefined

/** What a set of grants allows: permission → 'centre' or the stations it holds for. `stationId` '0' = whole centre. */
export function permissionsOf(
  grants: readonly { role: string; stationId: string }[],
): Map<string, 'centre' | string[]> {
  const result = new Map<string, 'centre' | string[]>()
  for (const grant of grants)
    for (const permission of roleDefinition(grant.role)?.permissions ?? []) {
      const held = result.get(permission)
      if (grant.stationId === '0') result.set(permission, 'centre')
      else if (held === undefined) result.set(permission, [grant.stationId])
      else if (held !== 'centre' && !held.includes(grant.stationId)) held.push(grant.stationId)
    }
  return result
}

/** Administrators must show a second factor (issue 2; 等保2.0). */
export const needsSecondFactor = (grants: readonly { role: string }[]): boolean =>
  grants.some((grant) => roleDefinition(grant.role)?.secondFactor === true)
