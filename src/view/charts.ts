import { TO_BE_FILLED_IN } from '../report/cell.ts';
import { type Chart, chartOf } from '../report/charts.ts';
import type { Report } from '../report/report.ts';
import { escapeMarkup } from '../writing/markup.ts';
import type { BarView, ChartView, Html } from './page-view.ts';

/** The charts of one page, numbered in the order of the calls. */
export class Charts {
  readonly views: ChartView[] = [];
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
  }

  /** The next chart as HTML; undefined if the report has no such chart. */
  html(expression: string): Html | undefined {
    const made = chartOf(this.#report, expression);
    if ('fault' in made) return undefined;
    const view = chartView(made.chart, this.views.length + 1);
    this.views.push(view);
    return figure(view);
  }
}

/** A chart as HTML. `drawn` replaces the words. */
export const figure = (chart: ChartView, drawn = `<p>${escapeMarkup(chart.words)}</p>`): Html =>
  `<figure class="chart" id="${chart.id}">\n${drawn}\n<figcaption>${escapeMarkup(chart.caption)}</figcaption>\n</figure>`;

function chartView({ title, series, bars }: Chart, number: number): ChartView {
  const views = bars.map(({ label, values }) => ({
    label,
    values: values.map((value) => ({
      text: value === undefined ? TO_BE_FILLED_IN : String(value),
      length: value ?? 0,
    })),
  }));
  return {
    id: `chart-${number}`,
    caption: `图${number}　${title}（单位：件）`,
    words: `条形图：${views.map((bar) => barWords(bar, series)).join('；')}。`,
    series,
    bars: views,
  };
}

/** 部分公开3件; 新收申请2023年16件、2022年12件 */
function barWords({ label, values }: BarView, series: readonly string[]): string {
  const said = values.map(({ text }, index) => `${series.length > 1 ? series[index] : ''}${text}件`);
  return `${label}${said.join('、')}`;
}
