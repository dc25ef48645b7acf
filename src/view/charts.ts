import { type Chart, captionOf, chartOf, printedValue, wordsOf } from '../report/charts.ts';
import type { Report } from '../report/report.ts';
import { escapeMarkup } from '../writing/markup.ts';
import type { ChartView, Html } from './page-view.ts';

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

function chartView(chart: Chart, number: number): ChartView {
  const bars = chart.bars.map(({ label, values }) => ({
    label,
    values: values.map((value) => ({ text: printedValue(value), length: value ?? 0 })),
  }));
  const { series } = chart;
  return { id: `chart-${number}`, caption: captionOf(chart, number), words: wordsOf(chart), series, bars };
}
