import { FileTextOutlined, FlagOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { defineMenu } from '../shared/module-menu.ts'

export const moduleMenu = defineMenu([
  {
    group: 'content',
    path: '/content/articles',
    order: 10,
    icon: FileTextOutlined,
    permission: 'content.read',
    zh: '稿件',
    en: 'Articles',
  },
  {
    group: 'content',
    path: '/content/columns',
    order: 20,
    icon: UnorderedListOutlined,
    permission: 'content.publish',
    zh: '栏目',
    en: 'Columns',
  },
  {
    group: 'content',
    path: '/content/corrections',
    order: 30,
    icon: FlagOutlined,
    permission: 'content.read',
    zh: '读者找错',
    en: 'Corrections',
  },
])
