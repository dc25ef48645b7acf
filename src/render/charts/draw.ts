import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { BarView, ChartView } from '../../view/page-view.ts';
import { escapeMarkup } from '../../writing/markup.ts';

use([BarChart, GridComponent, LegendComponent, SVGRenderer]);

/** CSS pixels of a drawing as it is made; it is shown as wide as there is room. */
export const WIDTH = 380;
const TEXT = 14;
/** Of the bars of one year, and of those of two. */
const ROW = 30;
const LEGEND = 30;
/** The longest bar is this many times as long as the shortest that is drawn: none above 0 vanishes. */
const SHORTEST = 150;

/** Apart on paper without colour: one is dark, the other light with a dark border. */
const FILLS = [{ color: '#1f3a68' }, { color: '#dbe3f0', borderColor: '#1f3a68', borderWidth: 1 }];
const INK = '#000';
/** What `--song` is on the page. */
const FONT = { fontFamily: 'var(--song)', fontSize: TEXT, color: INK, textBorderWidth: 0 };

// Without a browser texts can't be measured: our fonts set 汉字 in a square and digits in 0.56 of one.
setPlatformAPI({
  measureText: (text) => ({
    width: Array.from(text ?? '').reduce((sum, char) => sum + (char > '\u2e7f' ? TEXT : TEXT * 0.56), 0),
  }),
});

export interface Drawing {
  readonly svg: string;
  /** CSS pixels. */
  readonly height: number;
}

/** A chart as SVG: horizontal bars with their numbers, set in the typefaces of the page. The same chart gives the same text. */
export function draw(chart: ChartView): Drawing {
  const rows = chart.bars.length * (chart.series.length > 1 ? ROW * 1.4 : ROW);
  const height = Math.round(rows + (chart.series.length > 1 ? LEGEND : 0));
  const instance = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    instance.setOption(optionsOf(chart));
    return { svg: plainSvg(instance.renderToSVGString(), chart), height };
  } finally {
    instance.dispose();
  }
}

function optionsOf({ series, bars }: ChartView) {
  const several = series.length > 1;
  const largest = Math.max(1, ...bars.flatMap(({ values }) => values.map(({ length }) => length)));
  const widest = Math.max(...bars.flatMap(({ values }) => values.map(({ text }) => text.length)));
  const labels = Math.max(...bars.map(({ label }) => label.length));
  return {
    animation: false,
    grid: {
      left: (labels + 0.6) * TEXT,
      right: (widest + 1) * TEXT * 0.65 + 6,
      top: several ? LEGEND : 0,
      bottom: 0,
      outerBoundsMode: 'none' as const,
    },
    ...(several && {
      legend: { top: 0, left: 'center', selectedMode: false, itemWidth: 22, textStyle: FONT, data: [...series] },
    }),
    xAxis: { type: 'value' as const, show: false, min: 0, max: largest },
    yAxis: {
      type: 'category' as const,
      inverse: true,
      data: bars.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: INK, width: 1 } },
      axisLabel: { ...FONT, margin: 8, interval: 0 },
    },
    series: series.map((name, index) => ({
      type: 'bar' as const,
      name,
      silent: true,
      barWidth: several ? '36%' : '58%',
      barGap: '8%',
      itemStyle: FILLS[index] ?? {},
      data: bars.map((bar) => barData(bar, index, largest)),
    })),
  };
}

function barData({ values }: BarView, index: number, largest: number) {
  const { text, length } = values[index] ?? { text: '', length: 0 };
  return {
    value: length === 0 ? 0 : Math.max(length, largest / SHORTEST),
    // A bar of no length has no border either.
    ...(length === 0 && { itemStyle: { borderColor: 'none', borderWidth: 0 } }),
    label: { ...FONT, show: true, position: 'right' as const, formatter: text.replace(/[{}]/g, '') },
  };
}

/** Without what a page has no use for, and with the words for a reader who does not see it. */
function plainSvg(svg: string, { words }: ChartView): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>\n?/, '')
    .replace(/ (?:class|ecmeta_\w+|baseProfile|version|xmlns:xlink)="[^"]*"/g, '')
    .replace('<svg ', `<svg role="img" aria-label="${escapeMarkup(words)}" `)
    .replace(/<rect [^>]*fill="none"[^>]*><\/rect>\n?/, '');
}
