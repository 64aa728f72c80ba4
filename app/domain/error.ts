// What a domain function throws when it will not do what was asked. Each domain names its own codes in errors.ts.

export type Refusal =
  | 'forbidden' // the actor may not, or the thing may not exist: the answer is the same
  | 'not-found'
  | 'invalid' // the input is understood and wrong; `fields` says where
  | 'conflict' // it was right a moment ago; the state has moved on
  | 'gone' // it existed and is over: a used link, an expired invitation
  | 'limited'; // too often; `retryAfter` says when

export class DomainError extends Error {
  override name = 'DomainError';
  /**
   * @param code names the refusal; message catalogues have a sentence for each under `errors`
   * @param details `fields`: field name to message code; `retryAfter`: seconds
   */
  constructor(
    readonly code: string,
    readonly refusal: Refusal,
    readonly details: { fields?: Record<string, string>; retryAfter?: number } = {},
  ) {
    super(code);
  }
}

export const forbidden = () => new DomainError('forbidden', 'forbidden');
export const notFound = () => new DomainError('not-found', 'not-found');
