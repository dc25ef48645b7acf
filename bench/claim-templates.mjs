// Sentences about the tables, each with its data. They are written independently of the grammar that reads them.
// A line is "kind|sentence|sentence…". A figure is {KEY} or {KEY:unit}; {!KEY} is never made wrong; {?3-90} is any
// number in the range. KEY is a figure of `figures`, or has a prefix: s. its share of the total, p. last year's figure,
// d. the change, g. the change in per cent, dir. 增长/下降, inc. 增加/减少. In "conclusion KEY" the [words] are true if
// KEY is 0.
const SENTENCES = `
received|{Y}年，{A}新收政府信息公开申请{R}，较好保障了公众的知情权。|这一年里，{A}一共收到政府信息公开申请{R}。|依申请公开方面：{Y}年度共接到群众和企业提交的信息公开申请{R}，均依法登记、逐一研究。|{A}严格落实登记、审核、答复等制度，年内受理依申请公开{R}。
received|做好依申请公开。{Y}年收到的政府信息公开申请为{R}，办理过程规范有序。
flow|{Y}年{A}新收政府信息公开申请{R}，上年结转{O}，年内办结{T}，结转下年度继续办理{F}。|全年收到政府信息公开申请{R}，另有{PY}年结转的申请{O}，两项合计{RO}；截至年底已答复{T}，其余{F}转入{NY}年办理。|{A}全年共办理政府信息公开申请{RO}（含上年度结转{O}），其中已办结{T}，转下年度继续办理{F}。|收到依申请公开{R}，答复{T}（其中包括上年结转的{O}）；尚有{F}未到答复期限，结转下一年度。
flow|新受理申请{R}，连同上一年度结转的{O}，应办申请总数{RO}。|{Y}年办结政府信息公开申请{T}，结转至{NY}年继续办理的有{F}。|年初有上年结转的政府信息公开申请{O}，当年又新收{R}。到年末，共办结{T}，余下{F}结转下年。|{A}本年度收办政府信息公开申请{RO}，其中本年新收{R}、上年结转{O}。
outcomes|办结的{T}申请中，予以公开{D}，部分公开{P}，不予公开{N}，无法提供{U}，不予处理{X}，其他处理{H}。|从答复结果看，予以公开的{D}、部分公开的{P}、不予公开的{N}。|全年答复政府信息公开申请{T}：同意公开及部分公开{DP}，决定不予公开{N}，因故无法提供{U}，不予处理{X}，作其他处理{H}。|按办理结果分，“予以公开”{D}，“部分公开”{P}，“无法提供”{U}，“其他处理”{H}。
outcomes|{Y}年，{A}共作出政府信息公开申请答复{T}，其中予以公开{D}，无法提供政府信息的{U}。|无法提供的申请共{U}，其中本机关不掌握相关政府信息{NH}，没有现成信息需要另行制作{NC}，补正后申请内容仍不明确{NX}。|在已办结的申请里，{D}予以公开，{P}部分公开，{X}不予处理。|不予处理{X}，其中属于信访举报投诉类申请的{PET}。
applicants|新收的{R}政府信息公开申请，由自然人提出的{Rn}，由法人或其他组织提出的{Ro}。|全年收到申请{R}，其中自然人申请{Rn}，法人或者其他组织申请{Ro}。|从申请人类型看，本年新收申请中自然人{Rn}、商业企业{Rc}。|{Y}年共受理政府信息公开申请{R}，其中来自自然人的{Rn}，其余{Ro}来自法人或其他组织。
applicants|收到自然人提交的政府信息公开申请{Rn}，法人或其他组织提交的申请{Ro}，共计{R}。
channels|全年收到政府信息公开申请{!R}，其中网络提交{ch1}，邮寄{ch2}，当面提交{ch3}。|{A}新收依申请公开{R}。按渠道分：网上平台{ch1}，信函{ch2}，现场及其他方式{ch3}。|通过在线申请系统收到政府信息公开申请{ch1}，通过信函收到{ch2}，通过窗口收到{ch3}，合计收到{R}。
reconsideration|因政府信息公开引发的行政复议{RC}，其中结果维持{RCu}，结果纠正{RCc}，其他结果{RCo}，尚未审结{RCp}。|{Y}年，针对{A}政府信息公开工作提起的行政复议共{RC}，已维持{RCu}。|政府信息公开类行政复议案件{RC}，从审理结果看，维持{RCu}、纠正{RCc}。|全年因申请人不服信息公开答复被申请行政复议{RC}，其中{RCc}结果被纠正，{RCp}尚未审结。
reconsideration|涉及政府信息公开的行政复议{RC}、行政诉讼{L}。
litigation|因政府信息公开被提起行政诉讼{L}，其中未经复议直接起诉{LD}，复议后起诉{LA}。|全年发生政府信息公开行政诉讼{L}，结果维持{Lu}，结果纠正{Lc}，其他结果{Lo}，尚未审结{Lp}。|{A}作为被告的政府信息公开行政诉讼案件共{L}，其中{Lu}维持原答复，{Lp}尚未审结。|{Y}年涉政府信息公开行政诉讼{L}；经复议后再起诉的{LA}。
documents|{Y}年制发行政规范性文件{ni}，废止{nr}，年末现行有效{nf}。|加强文件管理，全年制定印发行政规范性文件{ni}，清理废止行政规范性文件{nr}。|截至年底，{A}现行有效的行政规范性文件共{nf}，本年新制发{ni}。|本年度{A}制发行政规范性文件{ni}，均同步配发政策解读材料。
decisions|{Y}年，{A}作出行政许可决定{lic}，行政处罚决定{pen}，实施行政强制{comp}。|全年办理行政许可{lic}、行政处罚{pen}，相关信息已依法公示。|执法方面，本年度作出行政处罚决定{pen}、行政强制决定{comp}。|行政许可处理决定数量为{lic}，行政处罚处理决定数量为{pen}。
fee|{Y}年，{A}依规发出信息处理费收费通知{not}，通知收费金额{amn:元}，实际收取{amt:元}。|按照《政府信息公开信息处理费管理办法》，本年度共收取信息处理费{amt:元}。|关于信息处理费：本年度发出收费通知的申请{not}，总金额{amn:元}，实际收取的总金额为{amt:元}。|{Y}年有{cas}政府信息公开申请收取了信息处理费，金额共计{amt:元}。
fee|本年度收取行政事业性收费{adm:万元}。
share|共答复申请{T}，其中予以公开{D}，占{s.D:%}；部分公开{P}，占{s.P:%}。|办结政府信息公开申请{T}，予以公开和部分公开合计{DP}，占办结总数的{s.DP:%}。|已答复的{T}申请中，无法提供的{U}，占比{s.U:%}，不予处理的{X}，占比{s.X:%}。|不予公开{N}，占全部办结件的{s.N:%}；作其他处理{H}，占全部办结件的{s.H:%}。
share|新收政府信息公开申请{R}，其中自然人申请{Rn}，占新收总数的{s.Rn:%}。|全年办结{T}申请，{D}予以公开（占{s.D:%}），{U}无法提供（占{s.U:%}）。
change|{Y}年新收政府信息公开申请{R}，同比{dir.R}{g.R:%}。|{A}本年新收申请{R}，比上年{inc.R}{d.R}。|全年新收政府信息公开申请{R}，较{PY}年的{p.R}{inc.R}{d.R}，{dir.R}{g.R:%}。|与上年相比，新收申请由{p.R}变为{R}。
change|本年度作出行政处罚决定{pen}，较上年{inc.pen}{d.pen}；作出行政许可决定{lic}，同比{dir.lic}{g.lic:%}。|新收到政府信息公开申请{R}（{PY}年为{p.R}），申请量比上年{dir.R}{g.R:%}。
sum|{Y}年新收政府信息公开申请{R}，加上{PY}年结转的{O}，共计{RO}。|予以公开{D}、部分公开{P}、不予公开{N}、无法提供{U}、不予处理{X}、其他处理{H}，以上总计{T}。|全年应办申请{RO}，已办结{T}，剩余{F}结转下年度办理。|答复申请{T}，其中予以公开{D}，部分公开{P}，不予公开、无法提供、不予处理和其他处理共{REST}。
conclusion F|{Y}年新收政府信息公开申请{R}，年内已[全部办结]。|{A}收到依申请公开{R}，均已依法答复，[无结转下年度办理的申请]。|本年度收到政府信息公开申请{R}，截至年底[全部办理完毕]。
conclusion O|新收政府信息公开申请{R}，[无上年结转的申请]。
conclusion R|{Y}年，{A}[未收到政府信息公开申请]。|依申请公开方面，本年度{A}[没有收到公民、法人或其他组织提出的政府信息公开申请]。
conclusion Ro|新收的{R}申请[均由自然人提出]。|本年收到政府信息公开申请{R}，[全部为自然人申请]。
conclusion N|共办结政府信息公开申请{T}，[没有作出不予公开的决定]。
conclusion RCnu|涉及政府信息公开的行政复议{RC}，[均获维持]。|因政府信息公开被申请行政复议{RC}，结果[全部维持]。
conclusion RC|{Y}年，{A}[未发生因政府信息公开引起的行政复议]。
conclusion L|全年[没有因政府信息公开被提起行政诉讼]。
conclusion RL|本年度[无因政府信息公开申请行政复议、提起行政诉讼的情况]。
conclusion Lc|政府信息公开行政诉讼{L}，实现[零败诉]。|政府信息公开行政诉讼共{L}，[无一败诉]。
conclusion amt|{Y}年，{A}[未收取信息处理费]。|关于信息处理费，本年度{A}[没有收取任何政府信息公开信息处理费]。
conclusion not|本年度[未发出信息处理费收费通知]。
conclusion ni|{Y}年，{A}[没有制发行政规范性文件]。
conclusion pen|{Y}年，{A}[未作出行政处罚决定]。
conclusion d.R|全年新收政府信息公开申请{!R}，[与上年持平]。|{Y}年新收政府信息公开申请{!R}，数量[和上年一样]。
trap: hotline|{Y}年办理12345政务服务便民热线工单{?30-900}件，按时回复率100%。|畅通互动渠道，全年答复12345热线转办诉求{?30-900}件、网民留言{?5-90}条。|新收政府信息公开申请{R}；另受理12345热线来电咨询{?300-4000}件次，群众满意率98.6%。|局长信箱收到来信{?10-200}件，全部办结回复。
trap: proposals|承办县人大代表建议{?3-20}件、政协提案{?3-30}件，办理结果已在网站公开。|全年共办结建议提案{?6-40}件，满意率100%，公开答复全文{?2-5}份。
trap: sub-bodies|新收政府信息公开申请{R}（局机关{ch1}、县农业综合执法大队{ch2}、县畜牧兽医中心{ch3}）。|县农业综合执法大队收到政府信息公开申请{?2-9}件，均由其自行答复。|下属县农技推广中心全年印发技术规程{?2-9}份，接受咨询{?100-900}人次。
trap: other bodies|协助县政府办公室办理政府信息公开申请{?2-30}件，配合法院提供资料{?2-9}份。|就其他单位征求意见的信息公开申请出具回复意见{?2-30}件。|全县各部门共收到政府信息公开申请{?5000-9000}件，{A}收到{R}。|县司法局通报，全县{Y}年行政复议案件{?200-900}件，较好化解了行政争议。
trap: other litigation|全年农业行政执法案件被提起行政诉讼{?2-9}件，与政府信息公开无关。|土地承包纠纷仲裁委员会受理仲裁案件{?10-90}件，调解成功{?3-9}件。|协助县政府办理行政应诉案件{?2-9}件，出庭应诉{?2-9}人次。
trap: cumulative|《条例》修订施行以来，{A}累计受理政府信息公开申请{?9000-20000}件。|截至{Y}年底，网站累计公开各类文件{?2000-9000}份，历年规范性文件目录共{?300-900}条。|近五年来共办理信息公开申请{?9000-20000}件，群众知情权得到有力保障。
trap: last year|{PY}年受理的{?5-90}件申请的案卷已整理归档，{Y}年新收申请{R}。|公开{PY}年度部门决算和{?2-9}个专项资金绩效评价报告。|{PY}年作出行政处罚决定{?40-90}件的案卷，已于{Y}年3月完成评查。
trap: round|新收政府信息公开申请近{UP}件，工作量有增无减。|全年收到政府信息公开申请约{UP}件，发布信息{?2-9}000余条。|微信公众号推送{?3-9}00余篇，阅读量超{?10-90}万次。|发放宣传资料1.5万余份，现场解答群众疑问近{?3-9}00件。
trap: plan|{NY}年计划制定规范性文件{?20-40}件，政策解读率达到100%。|下一步，力争申请平均办理时长压缩到{?5-12}个工作日，培训工作人员{?100-300}人次。|下一步，{A}将组织业务培训{?2-6}期，确保信息公开申请按时答复率保持100%。
trap: numbers and dates|依据《国务院办公厅政府信息与政务公开办公室关于印发政府信息公开工作年度报告格式的通知》（国办公开办函〔2021〕30号）编制本报告。|本报告数据统计期限自{Y}年1月1日起至12月31日止，联系电话：0578-6012345，邮编：323300。|印发《关于规范依申请公开办理流程的通知》（清农〔2023〕{?10-90}号），自7月1日起执行。|按照《条例》第二十条、第三十三条的要求，在20个工作日内答复申请人。
trap: items|编制权力清单，公布行政许可事项{?20-90}项、行政处罚事项{?200-500}项。|梳理行政许可{?20-60}项、行政强制{?8-19}项，逐项公开办事指南。|动态调整主动公开基本目录，新增事项{?3-9}项，取消{?1-3}项。
trap: examples|新收政府信息公开申请{R}，其中涉及农村土地承包的{ch1}、农机购置补贴的{ch2}等。|办结的{T}申请中，其中不乏一次申请多项信息的情形，单件最多涉及{?5-30}份文件。|新收申请{R}，其中一名申请人先后提出{ch3}。
trap: web posts|通过县政府门户网站主动公开政府信息{?300-4000}条，其中政策文件{?20-90}条。|公示行政处罚信息{?100-400}条、行政许可信息{?100-900}条。|主动公开各类文件{?40-300}件，发布政策解读{?10-60}篇、图解{?3-9}个。|转载上级规范性文件{?10-60}份，发布通知公告{?60-300}条。
trap: events|举办政务公开培训{?2-6}期，参训{?60-300}人次；开展政府开放日活动{?2-5}场。|召开新闻发布会{?2-6}场，组织干部学习《条例》{?3-9}次。
trap: negatives|全年收到政府信息公开申请{R}，责任追究0件，因泄密被问责0人。
trap: open verbs|经与申请人沟通，指导补充完善申请内容{?1-3}件次，电话答疑{?20-90}次。|平均办理用时{?6-14}个工作日，最短的一件当天答复。`;

const COLUMNS = `natural_person commercial_enterprise research_institution public_interest_organization
  legal_service_institution other_organization`.split(/\s+/);
const COLUMN_WEIGHTS = [60, 16, 3, 4, 6, 8];
const ROWS = `disclosed partially_disclosed not_disclosed.state_secret not_disclosed.prohibited_by_law
  not_disclosed.security_and_stability not_disclosed.third_party_rights not_disclosed.internal_affairs
  not_disclosed.process_information not_disclosed.enforcement_case_file not_disclosed.administrative_query
  unable_to_provide.not_held unable_to_provide.requires_creation unable_to_provide.unclear_after_supplement
  not_processed.petition_or_complaint not_processed.duplicate not_processed.published_material
  not_processed.excessive_repetition not_processed.confirmation_or_reissue other_handling.supplement_overdue
  other_handling.fee_unpaid other_handling.other`.split(/\s+/);
const ROW_WEIGHTS = [70, 25, 1, 2, 1, 4, 5, 6, 5, 3, 40, 10, 9, 12, 7, 2, 1, 2, 7, 1, 9];

const add = (numbers) => numbers.reduce((a, b) => a + b, 0);
const deep = (node) => (typeof node === 'number' ? node : add(Object.values(node).map(deep)));

/** Divides n into parts of roughly the given weights. */
function cut(rng, n, weights) {
  const w = weights.map((x) => x * (0.4 + rng.next()));
  const parts = w.map((x) => (n < 150 ? 0 : Math.floor((n * x) / add(w))));
  for (let left = n - add(parts); left > 0; left--) {
    const at = rng.next() * add(w);
    const found = w.findIndex((x, i) => x > 0 && add(w.slice(0, i + 1)) >= at);
    parts[Math.max(found, 0)] += 1;
  }
  return parts;
}

function report(rng, year, zero, received, over, forward) {
  const row = (numbers) => Object.fromEntries(COLUMNS.map((name, i) => [name, numbers[i]]));
  const weights = ROW_WEIGHTS.map((x, i) => (zero === 'N' && ROWS[i].startsWith('not_disclosed') ? 0 : x));
  const done = COLUMNS.map((_, i) => cut(rng, received[i] + over[i] - forward[i], weights));
  const outcomes = {};
  ROWS.forEach((path, i) => {
    const [group, name] = path.split('.');
    const cells = row(done.map((parts) => parts[i]));
    outcomes[group] = name ? { ...outcomes[group], [name]: cells } : cells;
  });
  const dealt = add(done.flat());
  const block = (off, rate) => {
    const on = ![off, 'RL'].includes(zero) && dealt > 0 && rng.next() < rate;
    const cell = (good) =>
      on && (good || !['RCnu', 'Lc'].includes(zero)) && rng.next() < 0.8 ? rng.int(0, dealt > 60 ? 14 : 4) : 0;
    return { upheld: cell(true), corrected: cell(), other_result: cell(), pending: cell() };
  };
  const decisions = (low, high, off) => ({ decisions: off ? 0 : rng.int(low, high) });
  const issued = zero === 'ni' ? 0 : rng.int(0, 15);
  const notices = dealt === 0 || ['amt', 'not'].includes(zero) || rng.next() < 0.4 ? 0 : rng.int(1, Math.min(dealt, 8));
  const cases = notices && rng.int(1, notices);
  const collected = cases * rng.int(9, 60) * 10;
  return {
    year,
    agency: { name: '清溪县农业农村局', level: 'county', kind: 'department' },
    active_disclosure: {
      rules: { issued: 0, repealed: 0, in_force: 0 },
      normative_documents: { issued, repealed: rng.int(0, 9), in_force: issued + rng.int(16, 60) },
      administrative_licensing: decisions(20, 2600),
      administrative_penalties: decisions(2, 300, zero === 'pen' || rng.next() < 0.1),
      administrative_compulsion: decisions(0, 40),
      administrative_fees: { amount_wan_yuan: rng.int(300, 90000) / 100 },
    },
    applications: { received: row(received), carried_over: row(over), outcomes, carried_forward: row(forward) },
    reconsideration_and_litigation: {
      reconsideration: block('RC', 0.8),
      litigation: { direct: block('L', 0.7), after_reconsideration: block('L', 0.7) },
    },
    other_matters: {
      information_processing_fee: {
        notices_issued: notices,
        amount_notified_yuan: collected + (notices - cases) * rng.int(10, 40) * 10,
        amount_collected_yuan: collected,
        cases_collected: cases,
      },
    },
  };
}

/** Makes this year's report and last year's, whose carried_forward is this year's carried_over. */
function reports(rng, zero) {
  const columns = (n) => cut(rng, n, zero === 'Ro' ? [1, 0, 0, 0, 0, 0] : COLUMN_WEIGHTS);
  const size = rng.pick([5, 14, 60, 60, 400]);
  const n = zero === 'R' ? 0 : rng.int(size, size * 7);
  const some = (key) => (n === 0 || zero === key || rng.next() < 0.15 ? 0 : rng.int(1, Math.max(3, n * 0.15)));
  const received = columns(n);
  const over = columns(some('O'));
  const forward = columns(some('F')).map((x, i) => Math.min(x, received[i] + over[i]));
  const before = zero === 'd.R' ? [...received] : columns(Math.round(n * (0.6 + rng.next() * 0.9)));
  const older = columns(some('O')).map((x, i) => Math.max(x, over[i] - before[i]));
  const data = report(rng, 2023, zero, received, over, forward);
  const previous = report(rng, 2022, undefined, before, older, over);
  const { issued, repealed, in_force } = data.active_disclosure.normative_documents;
  const old = previous.active_disclosure;
  old.normative_documents.in_force = in_force - issued + repealed;
  old.normative_documents.issued = Math.min(old.normative_documents.issued, in_force - issued + repealed);
  for (const name of ['administrative_licensing', 'administrative_penalties'])
    old[name].decisions = Math.round(data.active_disclosure[name].decisions * (0.7 + rng.next() * 0.7));
  return { data, previous };
}

/** The figures that a sentence can name; `all` also has figures that a reader could confuse with them. */
function figures(data, parts = [0, 0, 0]) {
  const { received, carried_over: over, outcomes: o, carried_forward: forward } = data.applications;
  const [R, O, T, F] = [received, over, o, forward].map(deep);
  const [D, P, N, U] = [o.disclosed, o.partially_disclosed, o.not_disclosed, o.unable_to_provide].map(deep);
  const [X, H, PET] = [o.not_processed, o.other_handling, o.not_processed.petition_or_complaint].map(deep);
  const [NH, NC, NX] = Object.values(o.unable_to_provide).map(deep);
  const [Rn, Rc, On] = [received.natural_person, received.commercial_enterprise, over.natural_person];
  const [ch1, ch2, ch3, UP] = [...parts, Math.ceil((R + 1) / 10) * 10];
  const sums = { RO: R + O, DP: D + P, REST: N + U + X + H, Ro: R - Rn };
  const app = { R, O, T, F, D, P, N, U, X, H, NH, NC, NX, PET, Rn, Rc, ch1, ch2, ch3, UP, ...sums };
  const { reconsideration: rec, litigation } = data.reconsideration_and_litigation;
  const law = { RC: deep(rec), RCu: rec.upheld, RCc: rec.corrected, RCo: rec.other_result, RCp: rec.pending };
  const { direct, after_reconsideration: after } = litigation;
  Object.assign(law, { RCnu: law.RC - law.RCu, L: deep(litigation), LD: deep(direct), LA: deep(after) });
  [law.Lu, law.Lc, law.Lo, law.Lp] = Object.keys(direct).map((key) => direct[key] + after[key]);
  law.RL = law.RC + law.L;
  const active = data.active_disclosure;
  const { issued: ni, repealed: nr, in_force: nf } = active.normative_documents;
  const [lic, pen, comp] = ['licensing', 'penalties', 'compulsion'].map((x) => active[`administrative_${x}`].decisions);
  const [not, amn, amt, cas] = Object.values(data.other_matters.information_processing_fee);
  const rest = { ni, nr, nf, lic, pen, comp, adm: active.administrative_fees.amount_wan_yuan, not, amn, amt, cas };
  const named = { ...app, ...law, ...rest };
  return { named, all: [...Object.values(named), T - O, R - F, T + F, Rn + On, R + O - Rn - On] };
}

function value(key, now, last, places) {
  const [prefix, name] = key.includes('.') ? key.split('.') : ['', key];
  if (prefix === '') return now[name];
  if (prefix === 's') return Number(((now[name] / now[name === 'Rn' ? 'R' : 'T']) * 100).toFixed(places));
  if (prefix === 'p') return last[name];
  const change = now[name] - last[name];
  if (prefix === 'd') return Math.abs(change);
  if (prefix === 'g') return Number(((Math.abs(change) / last[name]) * 100).toFixed(places));
  return (prefix === 'dir' ? ['增长', '下降'] : ['增加', '减少'])[change > 0 ? 0 : 1];
}

/** A wrong figure that is not equal to any of the figures `known`. */
function spoil(rng, v, key, known) {
  if (typeof v === 'string') return { 增长: '下降', 下降: '增长', 增加: '减少', 减少: '增加' }[v];
  const percent = /^[sg]\./.test(key);
  for (let i = 0; i < 80; i++) {
    const steps = percent ? [1, 2, 3, 4.5, 7, 10, 12.3] : [1, 2, 3, 9, 10, 20, 5 + i, Math.ceil(v * 0.3)];
    const next = Number((v + rng.pick(steps) * rng.pick([1, -1])).toFixed(2));
    const far = known.every((x) => Math.abs(x - next) > (percent ? 0.6 : 0.001));
    if (next > 0 && far && !(percent && next > 99 && v < 99)) return next;
  }
}

function shown(v, unit, style) {
  const [whole, rest] = String(v).split('.');
  if (style === 'chinese' && !rest && v <= 10 && !'%元'.includes(unit)) return '零一两三四五六七八九十'[v];
  const text = (style === 'comma' ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole) + (rest ? `.${rest}` : '');
  return style === 'wide' ? text.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)) : text;
}

/** Tries to make a sentence; undefined if the random figures do not fit it. */
function attempt(rng, kind, zero, template, expected) {
  const { data, previous } = reports(rng, expected === 'false' ? undefined : zero);
  const { named: now, all } = figures(data, cut(rng, deep(data.applications.received), [5, 3, 2]));
  const { named: last, all: allLast } = figures(previous);
  const slots = [...template.matchAll(/\{(!?)([\w.]+)(?::[^}]+)?\}/g)].filter(([, , key]) => !/^(A|[NP]?Y)$/.test(key));
  const keys = slots.map(([, , key]) => key);
  const places = rng.int(1, 2);
  const values = keys.map((key) => value(key, now, last, places));
  const numbers = values.filter((v) => typeof v === 'number');
  const style = rng.pick(['plain', 'plain', 'plain', 'plain', 'plain', 'comma', 'comma', 'wide', 'chinese']);
  if (numbers.some((v) => !(v > 0)) || new Set(numbers).size < numbers.length) return;
  if (/\{(s|g|dir|inc)\./.test(template) && (now.T < 10 || last.R < 10)) return;
  if (zero && (value(zero, now, last) === 0) === (expected === 'false')) return;
  if ((keys.includes('UP') && now.R < 60) || (template.includes('[均') && numbers.some((v) => v < 2))) return;
  if (style === 'chinese' && !numbers.some((v) => v <= 10)) return;
  const bad = expected === 'false' && !zero ? rng.pick(slots.flatMap(([, fixed], i) => (fixed ? [] : [i]))) : -1;
  const growth = ['RO', 'T', 'R'].map((k) => [Math.abs(now[k] - last[k]), last[k]]);
  const near = {
    s: [...numbers, ...numbers.flatMap((v) => ['R', 'RO', 'T'].map((k) => (v / now[k]) * 100))],
    g: [values[bad], ...growth.map(([change, base]) => (change / base) * 100)],
    d: [...numbers, ...growth.map(([change]) => change)],
  }[/^([sgd])\./.exec(keys[bad] ?? '')?.[1]];
  const spoilt =
    bad < 0 ? '' : spoil(rng, values[bad], keys[bad], near ?? [...all, ...(keys[bad][0] === 'p' ? allLast : [])]);
  if (spoilt === undefined) return;
  const suits = 'trap件 规范性件份个 许可件件宗 费件件宗 复议件件宗起 诉讼件件宗起 处罚件件宗起 件件件宗份起'.split(
    ' ',
  );
  const suit = suits.map((x) => /^(.*?)(件.*)$/.exec(x)).find(([, word]) => (kind + template).includes(word));
  const unit = rng.pick([...suit[2]]);
  const space = rng.next() < 0.15 ? ' ' : '';
  const names = { Y: '2023', PY: '2022', NY: '2024', A: rng.pick(['我局', '本机关', '我单位', '县农业农村局']) };
  const half = rng.next() < 0.2 ? { '，': ',', '；': ';', '（': '(', '）': ')', '：': ':' } : {};
  let at = -1;
  let wrong;
  const filled = template
    .replace(/[，；（）：]/g, (mark) => half[mark] ?? mark)
    .replace(/\{\?(\d+)-(\d+)\}/g, (_, low, high) => rng.int(Number(low), Number(high)))
    .replace(/\{!?([\w.]+)(?::([^}]+))?\}/g, (_, name, own = name === 'UP' ? '' : unit) => {
      if (names[name]) return names[name];
      at += 1;
      const v = at === bad ? spoilt : values[at];
      const text = typeof v === 'string' ? v : `${shown(v, own, style)}${own === '%' || !own ? '' : space}${own}`;
      if (at === bad) wrong = text;
      return typeof v === 'string' || !own ? text : `${space}${text}`;
    });
  if (zero && expected === 'false') wrong = /\[(.+)\]/.exec(filled)[1];
  const text = filled.replace(/[[\]]/g, '').trim();
  if (typeof spoilt === 'string' && bad >= 0) wrong = text.match(new RegExp(`${wrong}[^，,。；;（(]*`))[0];
  if (wrong && text.indexOf(wrong) !== text.lastIndexOf(wrong)) return;
  const compared = [...keys, zero ?? ''].some((key) => /^(p|d|g|dir|inc)\./.test(key));
  return { text, data, previous: compared ? previous : undefined, expected, wrong, kind };
}

export function generate(seed = 1) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (low, high) => Math.floor(low + next() * (Math.floor(high) - low + 1));
  const rng = { next, int, pick: (list) => list[int(0, list.length - 1)] };
  const out = [];
  for (const line of SENTENCES.trim().split('\n')) {
    const [head, ...templates] = line.split('|');
    const [kind, zero] = head.startsWith('trap') ? [head] : head.split(' ');
    const wanted = head.startsWith('trap') ? ['trap'] : ['true', 'true', 'false', 'false'];
    for (const [template, expected] of templates.flatMap((x) => wanted.map((y) => [x, y]))) {
      let claim;
      for (let tries = 0; !claim && tries < 600; tries++) claim = attempt(rng, kind, zero, template, expected);
      if (claim) out.push(claim);
    }
  }
  return out;
}
