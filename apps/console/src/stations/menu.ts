import { ShopOutlined } from '@ant-design/icons'
import { defineMenu } from '../shared/module-menu.ts'

export const moduleMenu = defineMenu([
  {
    group: 'stations',
    path: '/stations',
    order: 10,
    icon: ShopOutlined,
    permission: 'station.read',
    zh: '服务站点',
    en: 'Service stations',
  },
])
