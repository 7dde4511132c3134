import { AuditOutlined, CheckSquareOutlined, MailOutlined } from '@ant-design/icons'
import { defineMenu } from '../shared/module-menu.ts'

export const moduleMenu = defineMenu([
  {
    group: 'work',
    path: '/approvals',
    order: 10,
    icon: CheckSquareOutlined,
    permission: 'signed-in',
    zh: '审批',
    en: 'Approvals',
  },
  {
    group: 'system',
    path: '/outbox',
    order: 40,
    icon: MailOutlined,
    permission: 'message.read',
    zh: '短信与邮件',
    en: 'Text messages and mail',
  },
  {
    group: 'system',
    path: '/audit',
    order: 50,
    icon: AuditOutlined,
    permission: 'audit.read',
    zh: '操作记录',
    en: 'Audit trail',
  },
])
