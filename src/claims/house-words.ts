import { say, type Text } from '../diagnostics/text.ts';
import { builtInDictionary, type Dictionary, dictionaryOf, type Meaning } from './lex/dictionary.ts';
import { WORDS } from './vocabulary/index.ts';

/** Words of a house for the prose of its reports. They go before the built-in ones. */
export interface HouseWords {
  /** By a key of `MEANINGS`. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** Words that do not change what a number counts. */
  readonly ignore: readonly string[];
}

/** A meaning that a house can give its words. */
export interface NamedMeaning extends Meaning {
  readonly label: Text;
}

const meaning = (role: Meaning['role'], value: string, zh: string, en: string): NamedMeaning => ({
  role,
  value,
  label: say(zh, en),
});

/** The meanings that a house can give its words. Where a cell has the meaning, the key is that of the report. */
export const MEANINGS: Readonly<Record<string, NamedMeaning>> = {
  request: meaning('request', 'strong', '政府信息公开申请', 'an application'),
  received: meaning('event', 'received', '收到', 'received, with or without those carried over'),
  new: meaning('event', 'new', '新收', 'received this year'),
  handled: meaning('event', 'handled', '办理', 'handled'),
  finished: meaning('event', 'finished', '办结', 'concluded'),
  carried_over: meaning('event', 'carried_over', '上年结转', 'carried over from last year'),
  carried_forward: meaning('event', 'carried_forward', '结转下年', 'carried forward to next year'),

  natural_person: meaning('applicant', 'natural_person', '自然人', 'natural persons'),
  organizations: meaning('applicant', 'organizations', '法人或其他组织', 'legal persons and other organizations'),
  commercial_enterprise: meaning('applicant', 'commercial_enterprise', '商业企业', 'commercial enterprises'),
  research_institution: meaning('applicant', 'research_institution', '科研机构', 'research institutions'),
  public_interest_organization: meaning(
    'applicant',
    'public_interest_organization',
    '社会公益组织',
    'public interest organizations',
  ),
  legal_service_institution: meaning(
    'applicant',
    'legal_service_institution',
    '法律服务机构',
    'legal service institutions',
  ),

  disclosed: meaning('outcome', 'disclosed', '予以公开', 'disclosed'),
  partially_disclosed: meaning('outcome', 'partially_disclosed', '部分公开', 'partially disclosed'),
  not_disclosed: meaning('outcome', 'not_disclosed', '不予公开', 'not disclosed'),
  unable_to_provide: meaning('outcome', 'unable_to_provide', '无法提供', 'unable to provide'),
  not_processed: meaning('outcome', 'not_processed', '不予处理', 'not processed'),
  other_handling: meaning('outcome', 'other_handling', '其他处理', 'other handling'),
  third_party_rights: meaning(
    'row',
    'not_disclosed.third_party_rights',
    '保护第三方合法权益',
    'rights of third parties',
  ),
  internal_affairs: meaning('row', 'not_disclosed.internal_affairs', '三类内部事务信息', 'internal affairs'),
  process_information: meaning('row', 'not_disclosed.process_information', '四类过程性信息', 'process information'),
  enforcement_case_file: meaning(
    'row',
    'not_disclosed.enforcement_case_file',
    '行政执法案卷',
    'enforcement case files',
  ),
  not_held: meaning('row', 'unable_to_provide.not_held', '本机关不掌握相关政府信息', 'information not held'),
  requires_creation: meaning(
    'row',
    'unable_to_provide.requires_creation',
    '没有现成信息需要另行制作',
    'information that would have to be made',
  ),
  unclear_after_supplement: meaning(
    'row',
    'unable_to_provide.unclear_after_supplement',
    '补正后申请内容仍不明确',
    'still unclear after the supplement',
  ),
  petition_or_complaint: meaning(
    'row',
    'not_processed.petition_or_complaint',
    '信访举报投诉类申请',
    'petitions and complaints',
  ),
  duplicate: meaning('row', 'not_processed.duplicate', '重复申请', 'duplicate applications'),
  supplement_overdue: meaning(
    'row',
    'other_handling.supplement_overdue',
    '逾期不补正',
    'no supplement within the time limit',
  ),

  reconsideration: meaning('procedure', 'reconsideration', '行政复议', 'administrative reconsideration'),
  litigation: meaning('procedure', 'litigation', '行政诉讼', 'administrative litigation'),
  direct: meaning('procedure', 'direct', '未经复议直接起诉', 'suits without reconsideration'),
  after_reconsideration: meaning('procedure', 'after_reconsideration', '复议后起诉', 'suits after reconsideration'),
  upheld: meaning('result', 'upheld', '结果维持', 'upheld'),
  corrected: meaning('result', 'corrected', '结果纠正', 'corrected'),
  other_result: meaning('result', 'other_result', '其他结果', 'another result'),
  pending: meaning('result', 'pending', '尚未审结', 'pending'),

  rules: meaning('document', 'rules', '规章', 'rules'),
  normative_documents: meaning('document', 'normative_documents', '行政规范性文件', 'normative documents'),
  issued: meaning('made', 'issued', '制发', 'issued'),
  repealed: meaning('made', 'repealed', '废止', 'repealed'),
  in_force: meaning('made', 'in_force', '现行有效', 'in force'),
  administrative_licensing: meaning('decision', 'administrative_licensing', '行政许可', 'administrative licensing'),
  administrative_penalties: meaning('decision', 'administrative_penalties', '行政处罚', 'administrative penalties'),
  administrative_compulsion: meaning('decision', 'administrative_compulsion', '行政强制', 'administrative compulsion'),
  administrative_fees: meaning('fee', 'administrative', '行政事业性收费', 'administrative fees'),
  information_processing_fee: meaning('fee', 'fee', '信息处理费', 'the information processing fee'),

  own: meaning('own', '', '本单位（报告的单位自己）', 'the agency of the report itself'),
  other_bodies: meaning('part', '', '别的单位，或者其中一部分单位', 'other bodies, or a part of those reported'),
  channel: meaning('channel', '', '申请的渠道（网上、信函）', 'a way to apply'),
  other_business: meaning('business', '', '别的业务（热线、提案）', 'other business'),
};

const IGNORED: Meaning = { role: 'plain', value: '' };

const known = new WeakMap<HouseWords, Dictionary>();

/** The words of the vocabulary with those of a house before them. It is made once for the same settings. */
export function dictionaryFor(house: HouseWords | undefined): Dictionary {
  if (!house) return builtInDictionary();
  const dictionary = known.get(house) ?? dictionaryOf(WORDS, entriesOf(house));
  known.set(house, dictionary);
  return dictionary;
}

/** Texts are read with half-width letters. */
const entriesOf = ({ words = {}, ignore = [] }: Partial<HouseWords>): (readonly [string, Meaning])[] =>
  [
    ...Object.entries(words).flatMap(([key, own]) =>
      (own ?? []).map((word) => [word, MEANINGS[key] ?? IGNORED] as const),
    ),
    ...ignore.map((word) => [word, IGNORED] as const),
  ].map(([word, { role, value }]) => [word.normalize('NFKC'), { role, value }]);
