import { FundProjectionScreenOutlined } from '@ant-design/icons'
import { defineMenu } from '../shared/module-menu.ts'

export const moduleMenu = defineMenu([
  {
    group: 'plan',
    path: '/data-screen',
    order: 90,
    icon: FundProjectionScreenOutlined,
    permission: 'centre.read',
    zh: '数据大屏',
    en: 'Data screen',
  },
])
