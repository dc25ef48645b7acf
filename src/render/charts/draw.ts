import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { BarView, ChartView } from '../../view/page-view.ts';
import { escapeMarkup } from '../../writing/markup.ts';

use([BarChart, GridComponent, LegendComponent, SVGRenderer]);

/** Width of a drawing in CSS pixels; the page scales it to the available width. */
export const WIDTH = 380;
const TEXT = 14;
/** Height of a row with the bar of one year, in CSS pixels; a row with two years is 1.4 times as high. */
const ROW = 30;
const LEGEND = 30;
/**
 * The longest bar is at most this many times as long as the shortest, so that every number above 0 has a visible bar.
 */
const SHORTEST = 150;

/** One dark, one light with a dark border: they differ even when printed without colour. */
const FILLS = [{ color: '#1f3a68' }, { color: '#dbe3f0', borderColor: '#1f3a68', borderWidth: 1 }];
const INK = '#000';
/** The page defines `--song`. */
const FONT = { fontFamily: 'var(--song)', fontSize: TEXT, color: INK, textBorderWidth: 0 };

// Text cannot be measured without a browser. In the bundled fonts, 汉字 are square and digits 0.56 as wide.
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

/** Draws a chart as SVG: horizontal bars with numbers, in the fonts of the page. The same chart gives the same SVG. */
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
    // A bar of length 0 has no border.
    ...(length === 0 && { itemStyle: { borderColor: 'none', borderWidth: 0 } }),
    label: { ...FONT, show: true, position: 'right' as const, formatter: text.replace(/[{}]/g, '') },
  };
}

/** Removes what a page does not need, and adds the words for readers who cannot see the drawing. */
function plainSvg(svg: string, { words }: ChartView): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>\n?/, '')
    .replace(/ (?:class|ecmeta_\w+|baseProfile|version|xmlns:xlink)="[^"]*"/g, '')
    .replace('<svg ', `<svg role="img" aria-label="${escapeMarkup(words)}" `)
    .replace(/<rect [^>]*fill="none"[^>]*><\/rect>\n?/, '');
}
