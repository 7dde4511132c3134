import { CalendarOutlined, FlagOutlined, ReadOutlined, ShoppingOutlined } from '@ant-design/icons'
import { defineMenu } from '../shared/module-menu.ts'

export const moduleMenu = defineMenu([
  {
    group: 'plan',
    path: '/plan',
    order: 10,
    icon: ReadOutlined,
    permission: 'centre.read',
    zh: '运营方案',
    en: 'Operating plan',
  },
  {
    group: 'plan',
    path: '/activities',
    order: 20,
    icon: CalendarOutlined,
    permission: 'centre.read',
    zh: '活动安排',
    en: 'Activities',
  },
  {
    group: 'plan',
    path: '/goals',
    order: 30,
    icon: FlagOutlined,
    permission: 'centre.read',
    zh: '运营目标',
    en: 'Goals',
  },
  {
    group: 'plan',
    path: '/seasons',
    order: 40,
    icon: ShoppingOutlined,
    permission: 'centre.read',
    zh: '产品时令',
    en: 'Seasons',
  },
])
