import { describe, expect, test } from 'vitest';
import { readReport } from '../../src/report/report.ts';
import { data, found, verdicts } from './judged.ts';

describe('left alone', () => {
  test.each([
    '受理网络问政182件。',
    '12345热线受理群众来电47件，办结47件。',
    '办理人大建议6件、政协提案9件，答复率100%。',
    '主动公开政府信息14万余条，近5000条来自各乡镇。',
    '其中镇街受理政府信息公开申请17件。',
    '协助县政府办理依申请公开6件。',
    '梳理行政许可24项、行政处罚765项。',
    '截至年底累计受理申请592件。',
    '公示行政处罚信息11条。',
    '备案行政复议案件134件，行政诉讼案件57件。',
    '2022年收到政府信息公开申请32件。',
    '根据国办公开办函〔2021〕30号编制，电话0577-89090000。',
    '力争依申请公开按期答复率达到100%。',
    '信息发布新闻144条，其中日报7条，晚报2条。',
    '下一步将做到全部办结。',
    '与上年相比，新收申请由32件变为40件。',
    '与2022年相比，新收申请多8件。',
    '截至12月底，尚有1件行政复议、1件行政诉讼未审结。',
    '县城管大队收到申请12件，县房产中心收到申请31件，均按时办结。',
    '行政复议4件，其中维持2件，纠正1件，其他0件，未审结1件；行政诉讼2件，其中维持1件。',
    '对不服信息公开答复的，有4件被申请复议、2件被起诉。',
    '办结的申请中，予以公开和部分公开的共25件，其余16件分别作出不予公开、无法提供、不予处理和其他处理。',
    '县城管大队办理的申请中，有9件予以公开。',
    '收到申请40件，其中2件均由自然人提出。',
    '行政复议4件，其中2件均获维持。',
    '收到申请40件，办结41件，合计99件次。',
    '无法提供11件，其中本机关不掌握相关政府信息9件。',
    '新收政府信息公开申请40件，比上年增加8件：信函30件，网上10件。',
    // What the comparison is about.
    '新收申请40件，上年结转3件，比上年增加8件。',
    '新收申请40件，上年结转3件，比上年增加9件。',
    '新收申请40件，结转下年度2件，同比增长25%。',
    '新收申请40件，其中自然人36件，比上年增加8件。',
    // What a list in a new sentence is the parts of.
    '办结41件，结转下年度继续办理2件。其中，予以公开20件，部分公开5件，不予公开3件，无法提供11件，不予处理1件，其他处理1件。',
    '新收申请40件，办结41件，结转下年度继续办理2件。其中，信函10件，网上30件。',
    // What the total is of.
    '新收申请40件，上年结转3件，共41件办结。',
    '共收到申请43件，上年结转3件，共43件。',
    '新收申请40件，上年结转3件，制发行政规范性文件6件，共解读5件。',
    '新收申请40件，办结41件，结转下年度继续办理2件。',
    '办结41件：予以公开20件，部分公开5，不予公开3件，无法提供11件，不予处理1件，其他处理1件。',
  ])('%s', (text) => {
    expect(found(text, 'contradicts')).toEqual([]);
  });

  test('the office of a government whose report covers the whole area', () => {
    const aggregate = readReport({
      ...data,
      agency: { name: '清溪县人民政府', level: 'county', kind: 'government', scope: 'aggregate' },
    });
    const text = '县政府办公室代表县政府受理政府信息公开申请17件。';
    expect(found(text, 'contradicts', aggregate)).toEqual([]);
    const office = readReport({ ...data, agency: { name: '清溪县人民政府办公室', level: 'county', kind: 'office' } });
    expect(found(text, 'contradicts', office)).toHaveLength(1);
  });

  test('where nothing is known, nothing is said', () => {
    expect(verdicts('全年新收政府信息公开申请40件，予以公开20件。', readReport({ year: 2023 }))).toEqual([
      'new open',
      'disclosed open',
    ]);
  });
});
