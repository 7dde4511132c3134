import { FolderOpenOutlined } from '@ant-design/icons'
import { defineMenu } from '../shared/module-menu.ts'

export const moduleMenu = defineMenu([
  {
    group: 'content',
    path: '/files',
    order: 60,
    icon: FolderOpenOutlined,
    permission: 'file.read',
    zh: '文件库',
    en: 'Files',
  },
])
