/** Pieces of YAML: usual ones, and odd ones at the border of what the quick reader reads. */

const list = (words: string): readonly string[] => words.split('¦');

export const KEYS = [...list(`text¦year¦a¦b_c¦total¦items¦x.y¦_¦a-b¦D1¦null¦true¦name¦parts¦issued`)];

export const ODD_KEYS = [
  ...list(`<<¦? a¦"a"¦'b'¦键¦（一）、¦2023¦-a¦- a¦a b¦a：¦a:b¦&k a¦*k¦!!str a¦__proto__¦ａ¦a\u200b¦\u3000a`),
  ...list(`[a]¦{a}¦~¦¦constructor¦a#b¦a #b¦.a¦%a¦@a¦\`a\`¦a ¦1.5`),
  ...['k'.repeat(1100)],
];

export const VALUES = [
  ...list(`1¦0¦12¦教育局¦全年公开信息12条。¦a b¦2024-01-22¦386.4205¦x¦{ a: 1 }¦{ a: 1, b: 二 }¦[a, b]¦"a"¦'b'¦{}`),
  ...list(`[]¦null¦~¦true¦False¦"{{year}}年"¦-5¦网站、微信¦¦''¦""¦[登记, 收悉]`),
];

export const ODD_VALUES = [
  ...list(`012¦0x1F¦0o17¦1e3¦1,234¦.5¦5.¦+1¦-0¦00¦-¦- a¦--¦---¦...¦yes¦no¦NULL¦nUll¦TRUE`),
  ...list(`1234567890123456¦-999999999999999¦.inf¦-.inf¦.nan¦1_000¦12:30:45¦a: b¦a:¦a :b¦:a¦: a¦a:b`),
  ...list(
    `a::¦::¦{{ year }}¦{{year}}年¦年{{year}}¦#a¦a #b¦a# b¦a #标签# b¦教育局 #1¦公开信息 #政务公开¦全年公开 # 12条。`,
  ),
  ...list(`! a¦!a¦!!int 3¦&a 1¦*a¦**粗**¦|a¦>a¦| a¦%a¦@a¦\`a\`¦? a¦?a¦?¦,a¦]¦}¦a]¦a}¦a, b¦-a¦-1a¦- 1¦"a`),
  ...list(`'a¦"a"b¦"a" b¦"a" # c¦"a"# c¦'a''b'¦'a'b¦"a\\nb"¦"a\\"b"¦"a\\x41"¦"a": 1¦"\\z"¦" a "¦' # '`),
  ...list(`''''¦“教育局”¦‘12’¦“12”¦"“局”"¦１２¦12\u200b¦\u200b12¦\u300012¦局\u3000¦\u00a0a¦a\u200cb¦局\u200d局`),
  ...list(`a\u2028b¦a\u0085b¦\ufeffa¦a\ufeff¦a\u0000b¦a\u0007¦a\tb¦\ta¦a\t¦a\u007f¦\u001f¦\u0002`),
  ...list(
    `\u0018¦😀¦\ud800¦a   ¦   a¦｛ a: 1 ｝¦｛a：1｝¦【】¦｜¦｜ a¦：¦a：b¦，b：1¦，b: 1¦a=1¦total 1¦total：1¦、a：`,
  ),
  ...list(`＃ a¦“¦" "¦{ a: 1¦a: 1 }¦{ a: 1, }¦{ a }¦{a: 1}¦{ a:1 }¦{ "a": 1 }¦{ a: "b", c: 'd' }`),
  ...list(`{ a: [1, { b: 2 }] }¦{ a: 1, a: 2 }¦{,}¦{ a: }¦{ a: 1,b: 2 }¦{ a: 1 }x¦{ a: 1 } x`),
  ...list(`{ a: 1 }# c¦{ a: 1 } # c¦{ a: b#c }¦{ a: b #c }¦{ a: b: c }¦{ a: 局 部 }¦{ text: [a] }`),
  ...list(`{ a: -1 }¦{ a: - }¦{ a: 012, b: null, c: ~ }¦{ a: 1 ,b: 2 }¦{  a:   1  }¦{ 键: 1 }¦{ <<: 1 }`),
  ...list(`{ a: *b }¦{ a: &b 1 }¦{ ? a }¦{ a: |b }¦{ a: "b"c }¦{ a: b"c" }¦{ a: it's }¦[a¦[a, ]¦[,a]`),
  ...list(`[a: b]¦[ "a" ]¦[- a]¦[-1]¦[a b]¦[a][b]¦[[a]]¦[a]: b¦{ a: 1 }: b¦[#a]¦[a#b]¦[a #b]`),
  ...list(`[null, ~, true]¦[“a”]¦[a, \u200bb]¦{ a: \u300012 }¦{ a: “b” }¦{ a: b ｝¦[?a]¦[? a]¦[:a]¦[a:]`),
  ...list(`[%a]¦[a\tb]¦[\ta]¦{ a: 1,\n b: 2 }¦"a\n  b"`),
  ...['长'.repeat(3000)],
];

export const HEADERS = [...list(`|¦|¦|¦|-¦>¦>-`)];

export const ODD_HEADERS = [...list(`|+¦>+¦|2¦|1-¦>2¦| # c¦|# c¦|  ¦|-2¦|--¦|a¦>3+¦|\t¦| |¦|0¦>\u3000`)];

export const COMMENTS = [...list(`# 示例¦#¦# a: b¦#a¦#标签#¦#1¦# 正文。¦#! x¦## b¦# \u200b`)];

export const TEXT = [
  ...list(
    `全年公开信息12条。¦（一）主动公开¦- 网站¦a: b¦# 注释：不印¦text: 不写时¦{{year}}年¦"引号"¦一、总体情况¦¦¦**粗**¦---¦...¦| a`,
  ),
  ...list(
    `行末 ¦公开  #不是注释¦\u3000\u3000全角¦ 更深¦   更深¦字\u200b字¦&a¦*b¦'¦\u2028¦a\u000bb¦第一。¦It is a text.`,
  ),
  ...list(`%YAML¦\tTab¦a\tb¦：¦。`),
];

export const ODD_LINES = [
  ...list(`---¦...¦%YAML 1.2¦--- a¦\t¦ ¦      ¦# c¦  # c¦        # c¦a¦  a¦- ¦-¦  -¦}¦  b: 1¦? a¦: b`),
  ...list(`\ufeff¦\r¦a: 1¦--- # c¦\u3000¦\u2028¦-\ta`),
];
