import { DatabaseOutlined, HeartOutlined } from '@ant-design/icons'
import { defineMenu } from '../shared/module-menu.ts'

export const moduleMenu = defineMenu([
  {
    group: 'system',
    path: '/system/health',
    order: 10,
    icon: HeartOutlined,
    permission: 'system.read',
    zh: '系统状态',
    en: 'System health',
  },
  {
    group: 'system',
    path: '/system/backups',
    order: 20,
    icon: DatabaseOutlined,
    permission: 'system.read',
    zh: '备份与恢复',
    en: 'Backup and restore',
  },
])
