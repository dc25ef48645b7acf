/** The English words of the glossary for the tables of the form. The Chinese words come from the forms. */

/** The meaning of each key, by its path below the table; `[term, meaning]` if the term is not the key itself. */
export const MEANINGS: Readonly<Record<string, string | readonly [term: string, meaning: string]>> = {
  // 二
  rules: 'Rules made by a department of the State Council or by a local government',
  normative_documents: 'Administrative documents below the rank of rules that bind the public',
  administrative_licensing: 'Decisions on licences and permits, published or not',
  administrative_penalties: 'Decisions that punish a breach of administrative law, published or not',
  administrative_compulsion: 'Compulsory measures and compulsory enforcement, published or not',
  administrative_fees: 'Fees that an agency collects under an official fee item',
  other_external_management_services: 'Services to the public other than licensing',
  government_procurement: "Purchases through the government's central procurement",
  issued: 'Made and published in the year',
  repealed: 'Declared invalid in the year',
  in_force: 'Valid at the end of the year',
  decisions: 'All decisions made in the year',
  amount_wan_yuan: ['amount in 万元', 'Money collected in the year, in units of 10,000 yuan'],
  newly_made: 'Made in the year',
  newly_disclosed: 'Made public in the year',
  total_disclosed: 'All that was public at the end of the year',
  items_last_year: 'Number of items on the list the year before; not a number of cases',
  items_change: ['change in items', 'Items added or, as a negative number, removed in the year'],
  projects: 'Number of procurement projects',
  total_amount: 'Sum of all procurement',
  // 三
  received: 'Applications that arrived in the year',
  carried_over: 'Applications left open by the year before; they equal its carried forward applications',
  outcomes: 'The results of the applications concluded in the year',
  'outcomes.disclosed': 'The information was given in full',
  'outcomes.partially_disclosed': 'Part of the information was given; each application counts here only',
  'outcomes.not_disclosed': 'The information was refused for one of eight reasons',
  'outcomes.not_disclosed.state_secret': 'It is a state secret',
  'outcomes.not_disclosed.prohibited_by_law': 'Another law or regulation forbids disclosure',
  'outcomes.not_disclosed.security_and_stability':
    'It may endanger national, public or economic security or social stability',
  'outcomes.not_disclosed.third_party_rights': 'It would harm trade secrets, privacy or other rights of a third party',
  'outcomes.not_disclosed.internal_affairs': 'It is about personnel, logistics or internal workflow',
  'outcomes.not_disclosed.process_information':
    'It is a discussion record, draft, consultation letter or internal request',
  'outcomes.not_disclosed.enforcement_case_file': 'It belongs to a case file of administrative law enforcement',
  'outcomes.not_disclosed.administrative_query': 'Another procedure exists for looking it up, such as a land register',
  'outcomes.unable_to_provide': 'There is nothing to give, for one of three reasons',
  'outcomes.unable_to_provide.not_held': 'The information does not exist, or this agency does not hold it',
  'outcomes.unable_to_provide.requires_creation': 'It would have to be made first',
  'outcomes.unable_to_provide.unclear_after_supplement': 'The application stayed unclear after it was supplemented',
  'outcomes.not_processed': 'The application is not one that must be processed, for one of five reasons',
  'outcomes.not_processed.petition_or_complaint': 'It is a petition, report or complaint in the form of an application',
  'outcomes.not_processed.duplicate': 'The same application was answered before',
  'outcomes.not_processed.published_material': 'It asks for a published gazette, newspaper or book',
  'outcomes.not_processed.excessive_repetition': 'It is one of far too many, without a good reason',
  'outcomes.not_processed.confirmation_or_reissue': 'It asks to confirm or issue again what the applicant already has',
  'outcomes.other_handling': 'The application ended in another way',
  'outcomes.other_handling.supplement_overdue': 'The applicant did not supplement it in time, without a good reason',
  'outcomes.other_handling.fee_unpaid': 'The applicant did not pay the notified fee in time',
  'outcomes.other_handling.other': 'Anything else, such as an application that was withdrawn',
  'outcomes.total': 'The sum of （一） to （六）',
  carried_forward: 'Applications still open at the end of the year',
  natural_person: 'An individual',
  commercial_enterprise: 'A business',
  research_institution: 'An institution for research',
  public_interest_organization: 'An organization that works for the public interest',
  legal_service_institution: 'Such as a law firm',
  other_organization: 'Any other legal person or organization',
  total: 'The sum of the other columns of the row',
  // 四
  reconsideration: 'Review of an administrative act by a higher agency',
  litigation: 'Court cases against an agency',
  'litigation.direct': ['direct litigation', 'Litigation without reconsideration before it'],
  'litigation.after_reconsideration': [
    'litigation after reconsideration',
    'Litigation that followed a reconsideration',
  ],
  upheld: 'The act was upheld, or the case dismissed',
  corrected: 'The act was set aside, changed or declared illegal, or the agency was told to act',
  other_result: 'The case was withdrawn or ended in another way',
  pending: 'Not decided at the end of the year',
};

/** Term and meaning of the column groups, by label, because they have no key. */
export const GROUP_TERMS: Readonly<Record<string, readonly [term: string, meaning: string]>> = {
  申请人情况: ['applicants', 'Who sent the applications: the six columns of numbers below'],
  法人或其他组织: ['organizations', 'Legal persons and other organizations: the last five of the six'],
};

export const FEE_MEANINGS: Readonly<Record<string, readonly [term: string, meaning: string]>> = {
  notices_issued: ['fee notices issued', 'Number of fee notices sent to applicants in the year'],
  amount_notified_yuan: ['amount notified', 'Sum of the fees in those notices, in yuan'],
  amount_collected_yuan: ['amount collected', 'Sum of the fees that were paid, in yuan'],
  cases_collected: ['cases collected', 'Number of applications whose fee was paid'],
};
