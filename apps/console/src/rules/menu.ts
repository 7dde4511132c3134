import { ControlOutlined } from '@ant-design/icons'
import { defineMenu } from '../shared/module-menu.ts'

export const moduleMenu = defineMenu([
  { group: 'plan', path: '/rules', order: 50, icon: ControlOutlined, permission: 'rule.read', zh: '规则', en: 'Rules' },
])
