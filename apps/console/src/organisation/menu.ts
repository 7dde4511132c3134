import { ApartmentOutlined, AppstoreOutlined, KeyOutlined, TeamOutlined } from '@ant-design/icons'
import { defineMenu } from '../shared/module-menu.ts'

export const moduleMenu = defineMenu([
  {
    group: 'people',
    path: '/people',
    order: 10,
    icon: TeamOutlined,
    permission: 'people.read',
    zh: '人员',
    en: 'People',
  },
  {
    group: 'people',
    path: '/organisation',
    order: 20,
    icon: ApartmentOutlined,
    permission: 'people.read',
    zh: '组织与岗位',
    en: 'Organisation',
  },
  {
    group: 'people',
    path: '/accounts',
    order: 30,
    icon: KeyOutlined,
    permission: 'account.write',
    zh: '账号与角色',
    en: 'Accounts and roles',
  },
  {
    group: 'stations',
    path: '/zones',
    order: 20,
    icon: AppstoreOutlined,
    permission: 'centre.read',
    zh: '功能区与设备',
    en: 'Zones and equipment',
  },
])
