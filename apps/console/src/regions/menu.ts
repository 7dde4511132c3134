import { ApartmentOutlined } from '@ant-design/icons'
import { defineMenu } from '../shared/module-menu.ts'

export const moduleMenu = defineMenu([
  {
    group: 'system',
    path: '/regions',
    order: 20,
    icon: ApartmentOutlined,
    permission: 'centre.read',
    zh: '行政区划',
    en: 'Regions',
  },
])
