import type { SignedFacts } from '~/domain/records/schema';

/**
 * The address of LinkedIn's own form for a certification, filled in (LinkedIn, “Add to Profile”: `startTask=CERTIFICATION_NAME`, `name`,
 * `organizationName`, `issueYear`, `issueMonth`, `certUrl`, `certId`). Months are those of `timeZone`, an IANA name. The holder's name
 * is not part of it.
 */
export function linkedInAddress(
  { course, issuer, issuedAt, address, id }: SignedFacts,
  timeZone: string,
): string {
  const [year = '', month = ''] = new Intl.DateTimeFormat('sv-SE', {
    year: 'numeric',
    month: 'numeric',
    timeZone,
  })
    .format(issuedAt)
    .split('-');
  const query = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: course.title,
    organizationName: issuer.name,
    issueYear: year,
    issueMonth: String(Number(month)),
    certUrl: address,
    certId: id,
  });
  return `https://www.linkedin.com/profile/add?${query}`;
}
