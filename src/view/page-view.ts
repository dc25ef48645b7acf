import type { Grid } from './grid.ts';

/** HTML made from a report's Markdown; everything else in a view is plain text. */
export type Html = string;

/** The content of a page: the only input of templates and other output formats. Every number and date is already text. */
export interface PageView {
  readonly title: string;
  /**
   * The lines of the title on paper; each is a list of words that a narrow screen can put on lines of their own. 〔草稿〕
   * is a line.
   */
  readonly titleLines: readonly (readonly string[])[];
  /** The words of all lines. */
  readonly titleParts: readonly string[];
  readonly agency: string;
  readonly year: string;
  /** 2024年1月22日 */
  readonly published: string;
  /** The same for machines: 2024-01-22; empty in a draft without one. */
  readonly publishedDate: string;
  /** 2023年1月1日至2023年12月31日 */
  readonly period: string;
  /** The same for machines, as an ISO 8601 interval: 2023-01-01/2023-12-31; empty if unknown. */
  readonly periodDates: string;
  readonly corrected?: CorrectionView;
  readonly preface: Html;
  readonly sections: readonly SectionView[];
  /** The charts in its texts, in order. The texts describe each chart in words, in a `figure` with its id. */
  readonly charts: readonly ChartView[];
  /** On paper its charts are a little smaller, because that fills the pages. */
  readonly smallCharts?: true;
  /** Set if the page is a draft: it is marked everywhere, and the findings are listed at the end. */
  readonly draft?: DraftView;
}

export interface SectionView {
  readonly id: string;
  /** 一、总体情况 */
  readonly title: string;
  /** The prose above its table; empty if there is none. */
  readonly above: Html;
  /** Its prose; in a section with a table, the prose below the table. */
  readonly html: Html;
  readonly parts: readonly PartView[];
  readonly table?: TableView;
}

export interface PartView {
  readonly id: string;
  /** （一）认真落实主动公开 */
  readonly heading: Html;
  readonly html: Html;
}

export interface TableView {
  readonly key: string;
  readonly layout: string;
  readonly caption: string;
  readonly grid: Grid;
  /** A sentence that names its columns of numbers from left to right; missing in table 二. */
  readonly columnsInWords?: string;
  /** On paper it is longer than a page; its grid has the breaks. Only with an own template. */
  readonly broken?: true;
  /**
   * How it is arranged on paper, as classes: `split` (its grid has the breaks), `new-page`, `tight`, `size-1` to `size-5`.
   * Only with the official template.
   */
  readonly paper?: string;
  readonly footnote?: Html;
}

/** A correction: when a published report was changed, and what was changed. */
export interface CorrectionView {
  /** 2024年3月1日 */
  readonly date: string;
  /** The same for machines: 2024-03-01; empty if unknown. */
  readonly machineDate: string;
  readonly note: string;
}

/** A chart on a page: bars with all their texts. */
export interface ChartView {
  /** chart-1 */
  readonly id: string;
  /** 图1　2023年政府信息公开申请办理结果（单位：件） */
  readonly caption: string;
  /** The chart in words, as text alternative and for formats without pictures. */
  readonly words: string;
  /** 2023年; two entries if years are compared. */
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
  /** The number printed at the bar; 待填 if unknown. */
  readonly text: string;
  /** The number that sets the length of the bar; 0 if unknown. */
  readonly length: number;
}

/** A finding as printed in a draft. Its number is its position in the list, from 1. */
export interface DraftNote {
  /** 错误; 警告，已豁免 */
  readonly severity: string;
  readonly rule: string;
  /** 第26行，一、本年新收政府信息公开申请数量 · 总计 */
  readonly place: string;
  readonly message: string;
  readonly hint?: string;
  /** The reason of the waiver, if the finding is waived. */
  readonly reason?: string;
  /** The number of the note that caused this one. */
  readonly cause?: number;
  /** Dotted path of the cell or text it is about. */
  readonly path: string;
}

/** The additions of a draft, which are not part of the official form. */
export interface DraftView {
  readonly notes: readonly (DraftNote & { readonly number: number })[];
}
