// Light, dark, or as the device has it: a plain form, kept by a cookie. With JavaScript the page changes where it stands.
import { Form, useLocation } from '@remix-run/react';
import { useI18n } from '~/i18n/react';
import { Icon } from '../primitives/icon';
import { type Scheme, schemes } from './schemes';

const icons = { system: 'device', light: 'sun', dark: 'moon' } as const;

const looks = {
  menu: {
    group: '',
    each: 'w-full rounded-card px-3 text-left hover:bg-raised aria-[current=true]:text-accent',
  },
  page: {
    group: 'inline-flex flex-wrap rounded-card border border-control bg-surface p-1',
    each: 'rounded-[0.4rem] px-4 hover:bg-raised aria-[current=true]:bg-accent aria-[current=true]:text-accent-ink',
  },
};

/** `label`: where a page has two of them. */
export function SchemeForm(props: { scheme: Scheme; look?: keyof typeof looks; label?: string }) {
  const { scheme, look = 'menu', label } = props;
  const { m } = useI18n();
  const { pathname, search } = useLocation();
  const { group, each } = looks[look];
  return (
    <Form
      method="post"
      action="/scheme"
      navigate={false}
      aria-label={label ?? m.common.scheme.label}
      className={group}
    >
      <input type="hidden" name="next" value={pathname + search} />
      {schemes.map((choice) => (
        <button
          key={choice}
          type="submit"
          name="scheme"
          value={choice}
          aria-current={choice === scheme ? 'true' : undefined}
          className={`flex min-h-11 cursor-pointer items-center gap-3 aria-[current=true]:font-semibold ${each}`}
        >
          <Icon name={icons[choice]} />
          {m.common.scheme[choice]}
        </button>
      ))}
    </Form>
  );
}
