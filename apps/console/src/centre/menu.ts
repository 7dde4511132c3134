import { BankOutlined, ScheduleOutlined } from '@ant-design/icons'
import { defineMenu } from '../shared/module-menu.ts'

export const moduleMenu = defineMenu([
  {
    group: 'system',
    path: '/centre',
    order: 10,
    icon: BankOutlined,
    permission: 'centre.read',
    zh: '中心资料',
    en: 'Centre',
  },
  {
    group: 'system',
    path: '/holidays',
    order: 30,
    icon: ScheduleOutlined,
    permission: 'centre.read',
    zh: '节假日',
    en: 'Holidays',
  },
])
