import { screen } from '@xianghui/kit/tokens'
import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import type { View } from '../data.ts'
import { h } from '../dom.ts'
import { nothing } from './panel.ts'

use([BarChart, LineChart, GridComponent, LegendComponent, AriaComponent, CanvasRenderer])

/** Applications received (bars) and finished (line) on each of the last thirty days. */
export function flowChart({ data, t }: View, scale: number): HTMLElement {
  if (data.flow.every((one) => one.received === 0 && one.finished === 0)) return nothing(t.noApplications)
  const box = h('div', { class: 'chart', role: 'img', 'aria-label': t.flow })
  const label = { color: screen.text2, fontSize: 16 }
  // Drawn after the box has its size in the page.
  requestAnimationFrame(() => {
    if (!box.isConnected || box.clientWidth === 0) return
    const chart = init(box, undefined, { renderer: 'canvas', devicePixelRatio: Math.max(1, devicePixelRatio * scale) })
    chart.setOption({
      aria: { enabled: true, decal: { show: false } },
      animationDuration: 200,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      legend: { top: 0, right: 0, textStyle: label, itemWidth: 18, itemHeight: 12 },
      grid: { left: 8, right: 8, top: 36, bottom: 4, containLabel: true },
      xAxis: {
        type: 'category',
        data: data.flow.map((one) => `${Number(one.day.slice(5, 7))}/${Number(one.day.slice(8))}`),
        axisLabel: { ...label, interval: 6 },
        axisLine: { lineStyle: { color: '#2A5C51' } },
        axisTick: { show: false },
      },
      yAxis: { type: 'value', minInterval: 1, axisLabel: label, splitLine: { lineStyle: { color: '#16382F' } } },
      series: [
        {
          name: t.flowReceived,
          type: 'bar',
          data: data.flow.map((one) => one.received),
          itemStyle: { color: screen.jade },
          barMaxWidth: 10,
        },
        {
          name: t.flowFinished,
          type: 'line',
          data: data.flow.map((one) => one.finished),
          lineStyle: { color: screen.amber, width: 3 },
          itemStyle: { color: screen.amber },
          symbol: 'diamond',
          symbolSize: 7,
        },
      ],
    })
  })
  return box
}
