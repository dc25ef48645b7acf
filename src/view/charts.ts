import { escapeHtml } from '../prose/markdown.ts';
import { TO_BE_FILLED_IN } from '../report/cell.ts';
import { type Chart, chartOf } from '../report/charts.ts';
import type { Report } from '../report/report.ts';
import type { Html } from './page.ts';

/** A chart of a page: bars, with all that is written at them. */
export interface ChartView {
  /** chart-1 */
  readonly id: string;
  /** 图1　2023年政府信息公开申请办理结果（单位：件） */
  readonly caption: string;
  /** What it shows in words, for whoever does not see it and where no picture can stand. */
  readonly words: string;
  /** 2023年; two where years stand beside each other. */
  readonly series: readonly string[];
  readonly bars: readonly BarView[];
}

export interface BarView {
  /** 部分公开 */
  readonly label: string;
  /** One for each of the series. */
  readonly values: readonly BarValue[];
}

export interface BarValue {
  /** The number as it is written at the bar, 待填 where it is not known. */
  readonly text: string;
  /** How long the bar is; 0 where the number is not known. */
  readonly length: number;
}

/** The charts of one page, numbered as they are asked for. */
export class Charts {
  readonly views: ChartView[] = [];
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
  }

  /** The next chart as HTML; undefined where the report has no such chart. */
  html(expression: string): Html | undefined {
    const made = chartOf(this.#report, expression);
    if ('fault' in made) return undefined;
    const view = chartView(made.chart, this.views.length + 1);
    this.views.push(view);
    return figure(view);
  }
}

/** A chart on a page. What is drawn takes the place of the words. */
export const figure = (chart: ChartView, drawn = `<p>${escapeHtml(chart.words)}</p>`): Html =>
  `<figure class="chart" id="${chart.id}">\n${drawn}\n<figcaption>${escapeHtml(chart.caption)}</figcaption>\n</figure>`;

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
