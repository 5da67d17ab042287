/** A report as a test describes it: of an incident of ORI1, unless it is an arrest's. */
export interface Reported {
  readonly number: string;
  /** I, A: it is new; R: it replaces; D: it deletes. */
  readonly action?: 'I' | 'A' | 'R' | 'D';
  readonly on?: string;
  readonly offences?: readonly string[];
  readonly victims?: readonly string[];
  /** Of the exceptional clearance: N is none. */
  readonly clearance?: string;
  readonly arrestedOn?: string;
}

/** A NIBRS submission of 2019, written by hand. */
export function nibrsSubmission(at: string | undefined, ...reports: readonly Reported[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<nibrs:Submission xmlns:nibrs="http://fbi.gov/cjis/nibrs/2019" xmlns:cjis="http://fbi.gov/cjis/2.0"
  xmlns:s="http://release.niem.gov/niem/structures/3.0/">
${at === undefined ? '' : `<cjis:MessageMetadata><cjis:MessageDateTime>${at}</cjis:MessageDateTime></cjis:MessageMetadata>`}
${reports.map(reportXml).join('\n')}
</nibrs:Submission>`;
}

function reportXml({ number, action = 'I', on, offences = [], victims = [], clearance, arrestedOn }: Reported): string {
  return `<nibrs:Report><ReportHeader>
<NIBRSReportCategoryCode>GROUP A INCIDENT REPORT</NIBRSReportCategoryCode><ReportActionCategoryCode>${action}</ReportActionCategoryCode>
<ReportingAgency><OrganizationAugmentation><OrganizationORIIdentification><IdentificationID>ORI1</IdentificationID>
</OrganizationORIIdentification></OrganizationAugmentation></ReportingAgency></ReportHeader>
<Incident><ActivityIdentification><IdentificationID>${number}</IdentificationID></ActivityIdentification>
${on === undefined ? '' : `<ActivityDate><Date>${on}</Date></ActivityDate>`}
${clearance === undefined ? '' : `<IncidentAugmentation><IncidentExceptionalClearanceCode>${clearance}</IncidentExceptionalClearanceCode></IncidentAugmentation>`}</Incident>
${offences.map((code) => `<Offense><OffenseUCRCode>${code}</OffenseUCRCode></Offense>`).join('')}
${victims.map((id) => `<Person s:id="P${id}"/><Victim s:id="${id}"><RoleOfPerson s:ref="P${id}"/><VictimCategoryCode>I</VictimCategoryCode></Victim>`).join('')}
${arrestedOn === undefined ? '' : `<Arrest><ActivityIdentification><IdentificationID>A1</IdentificationID></ActivityIdentification><ActivityDate><Date>${arrestedOn}</Date></ActivityDate></Arrest>`}
</nibrs:Report>`;
}
