import { AppstoreOutlined, InboxOutlined, MessageOutlined } from '@ant-design/icons'
import { defineMenu } from '../shared/module-menu.ts'

export const moduleMenu = defineMenu([
  {
    group: 'hall',
    path: '/hall/applications',
    order: 10,
    icon: InboxOutlined,
    permission: 'hall.read',
    zh: '办事申请',
    en: 'Applications',
  },
  {
    group: 'hall',
    path: '/hall/enquiries',
    order: 20,
    icon: MessageOutlined,
    permission: 'hall.read',
    zh: '咨询答复',
    en: 'Enquiries',
  },
  {
    group: 'hall',
    path: '/hall/services',
    order: 30,
    icon: AppstoreOutlined,
    permission: 'hall.read',
    zh: '服务事项',
    en: 'Service catalogue',
  },
])
