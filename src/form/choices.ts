/** One of the words that a key such as `level` can have. */
export interface Choice {
  readonly value: string;
  /** Its name in Chinese, and after a colon the names of what belongs to it. */
  readonly label: string;
  /** Other words that can mean only this choice, in lower case and without spaces and hyphens. */
  readonly words?: readonly string[];
  /** Words that probably mean it. */
  readonly like?: RegExp;
}

export const LEVELS: readonly Choice[] = [
  { value: 'national', label: '国家级', words: ['国家', '中央', '全国', 'central'], like: /^(国|中央|state$)/u },
  {
    value: 'province',
    label: '省级：省、自治区、直辖市',
    words: ['自治区级', '直辖市级', 'provincial'],
    like: /^(省|部级|副省)/u,
  },
  {
    value: 'city',
    label: '设区的市级：地级市、自治州',
    words: ['设区的市', '设区市', '地市', '地市级', '地级', 'prefecture', 'prefecturelevelcity'],
    like: /^(市|市级|州|盟|地区|municipal(ity)?)$/u,
  },
  {
    value: 'county',
    label: '县级：县、区、县级市',
    words: [
      '市辖区',
      '区级',
      '旗',
      '自治县',
      '县区',
      '区县',
      '县区级',
      '区县级',
      '不设区的市',
      'countylevelcity',
      'district',
    ],
    like: /县|^市$|^市级$|^(district|county)/u,
  },
  {
    value: 'township',
    label: '乡镇级：乡、镇、街道',
    words: ['乡镇', '民族乡', '乡级', '镇级', 'town'],
    like: /乡|镇|街道|^(town|street|subdistrict)/u,
  },
];

export const KINDS: readonly Choice[] = [
  {
    value: 'government',
    label: '人民政府',
    words: ['政府', '乡政府', '镇政府', '区政府', '县政府', '市政府', 'gov', 'govt'],
    like: /政府$/u,
  },
  {
    value: 'office',
    label: '代表政府的办公厅或办公室',
    words: ['政府办公室', '政府办公厅', '政府办', '人民政府办公室', '人民政府办公厅', '办公厅'],
    like: /办公[厅室]$|^办$/u,
  },
  {
    value: 'department',
    label: '部门',
    words: ['政府部门', '工作部门', '政府工作部门', 'dept', '局', '委员会', '委', '厅', 'bureau'],
    like: /[局委厅部署]$|委员会$|机构$|^(bureau|dept)/u,
  },
  {
    value: 'dispatched',
    label: '派出机关：街道、开发区',
    words: ['街道办事处', '街道办', '开发区管委会', '开发区管理委员会'],
    like: /派出|街道|开发区|园区|管委会|管理委员会$|新区/u,
  },
  {
    value: 'authorized',
    label: '法律法规授权的组织',
    words: ['授权组织', '授权的组织', '法律法规授权组织'],
    like: /授权|事业单位|企业|公司|学校|^authoris/u,
  },
];

export const SCOPES: readonly Choice[] = [
  { value: 'own', label: '本机关', words: ['本级', '本单位', '本部门'], like: /^(本|自)/u },
  { value: 'aggregate', label: '汇总本行政区域或本系统所有编制主体', words: ['汇总'], like: /汇总|全[省市县区系]/u },
];

export const ASPECTS: readonly Choice[] = [
  { value: 'active_disclosure', label: '主动公开', like: /主动|^active/u },
  { value: 'on_request', label: '依申请公开', words: ['依申请'], like: /申请|request/u },
  { value: 'information_management', label: '政府信息管理', words: ['信息管理'], like: /信息.*管理|^information/u },
  {
    value: 'platforms',
    label: '平台建设',
    words: ['平台', '政府信息公开平台建设', '信息公开平台建设', '政府信息公开平台', '公开平台建设'],
    like: /平台|网站|^platform/u,
  },
  { value: 'supervision', label: '监督保障', like: /监督|保障|考核|^supervis/u },
  { value: 'other', label: '其他', words: ['其它', 'others'] },
];

const CHOICES: Readonly<Record<string, readonly Choice[]>> = {
  level: LEVELS,
  kind: KINDS,
  scope: SCOPES,
  aspect: ASPECTS,
};

/** The choices of a key; undefined if it takes other values. */
export const choicesOf = (key: string | number | undefined): readonly Choice[] | undefined =>
  Object.hasOwn(CHOICES, key ?? '') ? CHOICES[key ?? ''] : undefined;

/** The choices that a written word means. `sure` if it can mean nothing else. */
export function choicesMeant(
  written: string,
  choices: readonly Choice[],
): { readonly meant: readonly Choice[]; readonly sure: boolean } {
  const word = written.length > LONGEST ? '' : plain(written);
  const named = choices.filter(({ value, label, words = [] }) =>
    [value, label, ...label.split(/[：、]/u), ...words].some((own) => plain(own) === word),
  );
  if (named.length > 0) return { meant: named, sure: named.length === 1 };
  return { meant: word === '' ? [] : choices.filter(({ like }) => like?.test(word)), sure: false };
}

/**
 * The choice that belongs to `level` or `kind`, if it was written at the other of the two and the other way round:
 * `level: government` with `kind: township`.
 */
export function exchangedChoice(
  key: string,
  { level, kind }: { readonly level: string; readonly kind: string },
): Choice | undefined {
  const [own, other] = [choicesMeant(kind, LEVELS), choicesMeant(level, KINDS)];
  // 街道 is a level and nearly a kind: not exchanged, only written in Chinese.
  const fits = choicesMeant(level, LEVELS).sure || choicesMeant(kind, KINDS).sure;
  if (!own.sure || !other.sure || fits) return undefined;
  return { level: own.meant[0], kind: other.meant[0] }[key];
}

const LONGEST = 60;

/** Without what does not change the meaning: width, case, spaces, hyphens, quotes, and words in brackets. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^()]*\)$/u, '')
    .replace(/[\s_\-"'“”‘’]/gu, '');

// 市 is left out before words such as 市场 and behind 城 (城市管理局), and 区 behind words that make it no county.
const DIVISIONS: readonly (readonly [string, RegExp])[] = [
  ['township', /(?<!城)乡(?!村|镇|建)|(?<!城|乡)镇(?!域)|街道/gu],
  ['county', /县(?!域)|(?<!开发|高新|自治|新|城|地|社|景|园|保税|合作|示范|试验|功能|管理)区(?!域)|(?<![国帅])旗/gu],
  ['city', /(?<!城)市(?!场|政|容|民)|自治州|地区/gu],
  ['province', /省|自治区/gu],
];

/** The level that the name of an agency suggests: that of the last division in it. 市 can be two levels, so it suggests none. */
export function levelInName(name: string): string | undefined {
  if (name.length > LONGEST) return undefined;
  const last = DIVISIONS.map(([level, pattern]) => ({ level, at: [...name.matchAll(pattern)].at(-1)?.index ?? -1 }));
  const { level, at } = last.reduce((one, other) => (other.at > one.at ? other : one));
  return at > 0 && level !== 'city' ? level : undefined;
}

const TRUE = ['true', 'yes', 'y', 'on', '是', '是的', '对', '1', '√'];
const FALSE = ['false', 'no', 'n', 'off', '否', '不是', '非', '无', '0', '×'];

/** The truth value that a written word means, if any. */
export function truthMeant(written: unknown): boolean | undefined {
  const word = plain(String(written).slice(0, LONGEST));
  return TRUE.includes(word) ? true : FALSE.includes(word) ? false : undefined;
}
