import type { MessageTable } from '../../platform/messages.ts'

const needed = (zh: string, en: string) => ({ status: 400, zh, en })

export const statisticsMessages: MessageTable = {
  'statistics.map_invalid': needed('底图没有保存，请按提示改正。', 'The map was not saved; correct the marked fields.'),
  'statistics.licence_wrong': needed(
    '请填写这张地图的审图号，如 云S（2021）45号。没有审图号的地图不能公开展示。',
    'Give the licence number of this map (审图号). A map without one may not be shown.',
  ),
  'statistics.areas_wrong': needed(
    '文件须是 GeoJSON，只含面（Polygon、MultiPolygon），坐标为经纬度，不超过 10 万个点。',
    'The file must be GeoJSON with areas only, in degrees, at most 100,000 points.',
  ),
}
