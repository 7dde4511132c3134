import { SwapOutlined } from '@ant-design/icons'
import { defineMenu } from '../shared/module-menu.ts'

export const moduleMenu = defineMenu([
  {
    group: 'work',
    path: '/tasks',
    order: 80,
    icon: SwapOutlined,
    permission: ['data.import', 'data.export'],
    zh: '导入导出任务',
    en: 'Imports and exports',
  },
])
