import { fontStack, light, motionMs, radius, shadow } from '@xianghui/kit/tokens'
import type { ThemeConfig } from 'antd'

const calm = typeof matchMedia !== 'undefined' && matchMedia('(prefers-reduced-motion: reduce)').matches

/** antd in the colours of the house (kit/tokens): quiet paper, deep green, one warm accent. */
export const theme: ThemeConfig = {
  // Variables are written once; a theme hash on every selector is of no use with one theme.
  hashed: false,
  token: {
    colorPrimary: light.gorge,
    colorLink: light.river,
    colorLinkHover: light.gorge,
    colorError: light.tsaoko,
    colorWarning: light.walnut,
    colorSuccess: light.gorge,
    colorInfo: light.river,
    colorText: light.ink,
    colorTextHeading: light.ink,
    colorTextSecondary: light.ink2,
    colorTextTertiary: light.ink2,
    colorTextDescription: light.ink2,
    colorTextPlaceholder: '#5F6E66',
    colorTextDisabled: '#5F6E66',
    colorBgLayout: light.paper,
    colorBgContainer: '#FFFFFF',
    colorBorder: light.edge,
    colorBorderSecondary: light.line,
    colorSplit: light.line,
    colorFillAlter: light.mist,
    borderRadius: radius.base,
    borderRadiusLG: radius.card,
    boxShadow: shadow,
    fontFamily: fontStack.sans,
    fontSize: 15,
    controlHeight: 36,
    motionDurationFast: `${motionMs / 2}ms`,
    motionDurationMid: `${motionMs}ms`,
    motionDurationSlow: '200ms',
    motion: !calm,
    wireframe: false,
  },
  components: {
    Layout: {
      siderBg: light.gorgeDeep,
      headerBg: '#FFFFFF',
      headerHeight: 56,
      headerPadding: '0 16px',
      bodyBg: light.paper,
    },
    Menu: {
      darkItemBg: light.gorgeDeep,
      darkSubMenuItemBg: light.gorgeDeep,
      darkItemColor: light.line,
      darkItemHoverColor: '#FFFFFF',
      darkItemSelectedBg: light.gorge,
      darkGroupTitleColor: '#A9C0B3',
      itemHeight: 40,
      iconSize: 16,
    },
    Table: { headerBg: light.mist, headerColor: light.ink2, rowHoverBg: '#F4F7F2' },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  },
}
