/** Every permission there is: what a route may ask for and what a role may hold. Labels are shown in the role matrix. */
export const permissions = {
  'centre.read': { zh: '查看中心资料与运营方案', en: 'See the centre and its plan' },
  'centre.write': { zh: '修改中心资料与设置', en: 'Change the centre and its settings' },
  'people.read': { zh: '查看人员与组织', en: 'See people and organisation' },
  'people.write': { zh: '维护人员与组织', en: 'Keep people and organisation' },
  'people.reveal': { zh: '查看未遮盖的个人信息（须写明理由）', en: 'See personal data unmasked (with a reason)' },
  'account.write': { zh: '开设账号、授予角色', en: 'Open accounts and grant roles' },
  'station.read': { zh: '查看服务站点', en: 'See service stations' },
  'station.write': { zh: '维护服务站点', en: 'Keep service stations' },
  'station.approve': { zh: '审批服务站点', en: 'Approve service stations' },
  'station.accept': { zh: '验收与考评服务站点', en: 'Accept and appraise service stations' },
  'zone.write': { zh: '维护功能区与设备', en: 'Keep zones and equipment' },
  'region.write': { zh: '维护行政区划', en: 'Keep regions' },
  'rule.read': { zh: '查看规则', en: 'See the rules' },
  'rule.write': { zh: '修改规则', en: 'Change the rules' },
  'content.read': { zh: '查看全部稿件', en: 'See all articles' },
  'content.write': { zh: '撰写稿件', en: 'Write articles' },
  'content.review1': { zh: '稿件初审', en: 'First review of articles' },
  'content.review2': { zh: '稿件复审', en: 'Second review of articles' },
  'content.publish': { zh: '稿件终审与发布', en: 'Final review and publishing' },
  'hall.read': { zh: '查看办事申请与咨询', en: 'See applications and enquiries' },
  'hall.write': { zh: '维护服务事项', en: 'Keep the service catalogue' },
  'hall.handle': { zh: '办理申请、答复咨询', en: 'Handle applications, answer enquiries' },
  'file.read': { zh: '查看文件库', en: 'See files' },
  'file.write': { zh: '上传与管理文件', en: 'Upload and keep files' },
  'message.read': { zh: '查看待发短信与邮件', en: 'See outgoing messages' },
  'audit.read': { zh: '查看操作记录', en: 'See the audit trail' },
  'system.read': { zh: '查看系统状态', en: 'See system health' },
  'system.write': { zh: '备份、恢复与系统维护', en: 'Backup, restore and maintenance' },
  'data.export': { zh: '导出数据', en: 'Export data' },
  'data.import': { zh: '导入数据', en: 'Import data' },
} as const

export type Permission = keyof typeof permissions

export const permissionNames: ReadonlySet<string> = new Set(Object.keys(permissions))
