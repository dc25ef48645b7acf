import { readFileSync } from 'node:fs';
import { readReport } from '../../../../src/report/report.ts';
import { parse } from '../../../../src/source/parse.ts';
import { pageView } from '../../../../src/view/page.ts';
import type { PageView } from '../../../../src/view/page-view.ts';

/** Prose in which readers of PDFs differ: characters that share a glyph or have two forms, spaces, lists, quotes, links. */
const ODD = [
  '标点：—―–‒‑-‐·・•‧∙…⋯〜～∕／①➀⑩➉“”‘’「」〔〕【】〈〉，。；：？！ 门⻔ 见⻅ 自⾃ 二⼆ ⿁鬼 喆𬭼繁體㙍塚﨑 a\u00a0b\u2003c ½²　全角',
  'ﬁﬂ office µΩΩ é e\u0301 n\u0303 ㎡ ℃ № Ⅳ １２ AVATAR To. WA fi  x   y',
  '1. 一\n2. 二\n   - 甲\n\n     乙\n10. 十',
  '> 引用[网站](https://example.gov.cn/a?b=1&c=%20)**粗**和*斜*，见[邮箱](mailto:a@example.gov.cn)、[第一节](#section-1)',
  '| 项目 | 件数 |\n|---|---:|\n| 网上 | 3 |\n| **当面** | 1,234 |\n| 其他 | |',
  // Chrome writes the texts of these two as one range whose last byte counts beyond 255, where their glyphs follow each other.
  '廿五日公开',
  '{{chart "outcomes"}}',
  '#### 小标题',
  '一段很长的话，'.repeat(60),
].join('\n\n');

/** An annual report with such prose. */
export function oddView(): PageView {
  const text = readFileSync('examples/wenzhou-hrss-2023.yaml', 'utf8');
  const data = parse(text, 'x.yaml').data as { problems: unknown };
  return pageView(readReport({ ...data, problems: { text: ODD } }));
}
