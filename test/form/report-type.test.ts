import { expectTypeOf, test } from 'vitest';
import type { ReportInput2019, ReportInput2021, RowInput } from '../../src/form/report-type.ts';

test("the report's type knows the rows and columns of the form", () => {
  type Applications = Exclude<ReportInput2021['applications'], 0 | null>;
  type Applicant =
    | 'natural_person'
    | 'commercial_enterprise'
    | 'research_institution'
    | 'public_interest_organization'
    | 'legal_service_institution'
    | 'other_organization'
    | 'total';
  expectTypeOf<Applications['received']>().toEqualTypeOf<RowInput<Applicant> | undefined>();

  type Disclosure2019 = Exclude<ReportInput2019['active_disclosure'], 0 | null>;
  expectTypeOf<NonNullable<Disclosure2019['government_procurement']>>().toEqualTypeOf<
    NonNullable<RowInput<'projects' | 'total_amount'>>
  >();
  // @ts-expect-error a row that the form does not have
  const wrong: Applications = { recieved: 0 };
  expectTypeOf(wrong).toEqualTypeOf<Applications>();
});
