/** The content of the sheet with which a report goes to the responsible leader for sign-off. All of it is text. */
export interface ReviewView {
  /** 2024年政府信息公开工作年度报告审签单 */
  readonly title: string;
  /** Its words: a line can break between them. */
  readonly titleParts: readonly string[];
  /** 2025年1月31日（《条例》第四十九条） */
  readonly deadline: string;
  /** The result of the check in one sentence. */
  readonly state: string;
  /** 2024年, 2023年: the columns of the figures. */
  readonly years: readonly [string, string];
  /** 依申请公开, 主动公开, 行政复议, 行政诉讼. */
  readonly figures: readonly FigureGroup[];
  /** Where last year's figures come from, or why there are none. */
  readonly remark: string;
  /** 错误, 待填, 警告, 豁免. */
  readonly notes: readonly ReviewNotes[];
  /** The file, its hash and the tool. */
  readonly origin: string;
}

export interface FigureGroup {
  /** 依申请公开（件） */
  readonly title: string;
  readonly rows: readonly FigureRow[];
}

/** A figure beside last year's. What is unknown or cannot be computed is a word or a dash, never blank. */
export interface FigureRow {
  readonly label: string;
  readonly now: string;
  readonly before: string;
  /** +3; 持平 */
  readonly change: string;
  /** +12.5% */
  readonly percent: string;
}

/** One kind of notes, as many as fit on the page. */
export interface ReviewNotes {
  readonly title: string;
  /** The number of all of them. */
  readonly count: string;
  readonly lines: readonly string[];
  /** 另有 12 处，见 report validate */
  readonly more?: string;
}
