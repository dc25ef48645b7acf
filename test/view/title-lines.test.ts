import { expect, test } from 'vitest';
import { usualTitle } from '../../src/form/usual-title.ts';
import { titleLines } from '../../src/view/title-lines.ts';
import { titleWords } from '../../src/view/title-words.ts';

const REPORT = '2023年政府信息公开工作年度报告';
const lines = (title: string) => titleLines(title).map((line) => line.join(''));
const agencyLines = (agency: string) => {
  const all = lines(usualTitle(agency, 2023));
  expect(all.at(-1)).toBe(REPORT);
  return all.slice(0, -1).join(' ');
};
const words = (title: string) => titleWords(title).map(({ text }) => text);

test.each([
  '温州市人力资源和社会保障局',
  '临江县教育局',
  '国家税务总局杭州市余杭区税务局',
  '宁波市镇海区公共资源交易管理委员会办公室',
  '乌鲁木齐市米东区人民政府',
  '浙江省温州市鹿城区五马街道办事处',
  '辽宁省朝阳市喀喇沁左翼蒙古族自治县公安局',
])('%s is on one line, the rest of the title on the next', (agency) => {
  expect(agencyLines(agency)).toBe(agency);
});

test.each([
  '乌鲁木齐市米东区 市场监督管理局（知识产权局）',
  '新疆生产建设兵团第八师 石河子市市场监督管理局',
  '新疆维吾尔自治区昌吉回族自治州 木垒哈萨克自治县市场监督管理局 （知识产权局、食品安全委员会办公室）',
  '中国（上海）自由贸易试验区 张江片区管理局综合服务中心',
  '双江拉祜族佤族布朗族傣族自治县 人力资源和社会保障局',
  '内蒙古自治区锡林郭勒盟 正蓝旗上都镇人民政府',
  '珠海市横琴粤澳深度合作区 执行委员会经济发展局',
  '广州南沙经济技术开发区管理委员会 （广州市南沙区人民政府办公室）',
  '山东省济宁市任城区 综合行政执法局（任城区城市管理局）',
])('a long name has its lines behind areas and before brackets: %s', (expected) => {
  expect(agencyLines(expected.replaceAll(' ', ''))).toBe(expected);
});

test.each([
  '新乡市 红旗区 西街街道办事处',
  '湖南省 津市市 水利局',
  '荆州市 沙市区 水利局',
  '江苏省 镇江市 丹徒区 人民政府',
  '青岛市 市北区 市场监督管理局',
  '盐城市 城市管理局',
  '景德镇市 政务服务局',
  '温州市 民政局',
  '清溪县 城市管理局',
  '积石山保安族东乡族撒拉族自治县 乡村振兴局',
  '中共温州市委 宣传部',
  '重庆市 规划和自然资源局 两江新区 分局',
])('the words of %s', (expected) => {
  expect(words(expected.replaceAll(' ', ''))).toEqual(expected.split(' '));
});

test('a bracket that takes two lines begins a line, and the name of the report stays whole', () => {
  expect(lines('梅林街道2023年度政府信息公开工作年度报告（含上梅社区、下梅社区、孖岭社区及各直属单位）')).toEqual([
    '梅林街道',
    '2023年度政府信息公开工作年度报告',
    '（含上梅社区、下梅社区、',
    '孖岭社区及各直属单位）',
  ]);
});

test('a title of its own breaks behind 、 and before brackets; one that fits is one line', () => {
  const own = `白鹭湾开发区管理委员会办公室${REPORT}（含沙浦新城镇、柳湾镇、书堂镇、双塔镇以及下面的各事业单位）`;
  expect(lines(own).slice(-2)).toEqual(['（含沙浦新城镇、柳湾镇、书堂镇、', '双塔镇以及下面的各事业单位）']);
  expect(lines('温州市教育局关于2023年度政府信息公开工作情况的报告')).toEqual([
    '温州市教育局关于',
    '2023年度政府信息公开工作情况的报告',
  ]);
  expect(lines('教育部2023年政府信息公开工作年度报告')).toHaveLength(1);
});

test('nothing of a title is lost, whatever it is', () => {
  for (const title of ['', '局', '字'.repeat(60), '某市'.repeat(5000), `a\nb ${'（'.repeat(300)}`]) {
    expect(titleLines(title).flat().join('')).toBe(title);
  }
});
