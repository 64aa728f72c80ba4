import { Form, Link, NavLink, useLocation } from '@remix-run/react';
import { localeNames, locales } from '~/i18n/locales';
import { useI18n } from '~/i18n/react';
import { Chevron } from '../primitives/chevron';
import { SearchBox } from '../search/search-box';
import { Mark } from './mark';
import { SchemeForm } from './scheme-form';
import type { Scheme } from './schemes';
import { useMenus } from './use-menus';

type Account = { name: string; administers: boolean } | null;

/** The sign and name; where one can go; what one can do anywhere: search, how the page looks, the account. On a phone all but the first and search fold away. */
export function Header({ account, scheme }: { account: Account; scheme: Scheme }) {
  const { m } = useI18n();
  useMenus();
  return (
    <header className="no-print border-b border-line bg-paper">
      <div className="mx-auto flex min-h-16 max-w-6xl items-center gap-2 px-gutter">
        <Link
          to="/"
          className="flex min-h-11 items-center gap-2.5 font-serif text-xl font-semibold tracking-tight text-ink"
        >
          <Mark />
          <span lang="en">{m.common.name}</span>
        </Link>
        <nav
          aria-label={m.common.nav.label}
          className="nav-places ml-5 hidden items-stretch gap-1 self-stretch whitespace-nowrap lg:flex"
        >
          <Places account={account} />
        </nav>
        <div className="ml-auto flex min-w-0 items-center gap-1 whitespace-nowrap lg:-mr-2 xl:-mr-3">
          <SearchBox sign={account?.administers ?? false} />
          <div className="hidden items-center gap-1 lg:flex">
            <DisplayMenu scheme={scheme} />
            {account ? <AccountMenu account={account} /> : <SignIn />}
          </div>
          <PhoneMenu account={account} scheme={scheme} />
        </div>
      </div>
    </header>
  );
}

const sheet = 'absolute right-0 z-10 mt-2 rounded-card border border-line bg-surface p-2 shadow-over';

function PhoneMenu({ account, scheme }: { account: Account; scheme: Scheme }) {
  const { m } = useI18n();
  return (
    <details className="menu relative lg:hidden" key={useLocation().key}>
      <summary className="flex min-h-11 cursor-pointer items-center gap-2 rounded-card border border-line px-4 font-medium">
        {m.common.nav.menu}
        <Chevron />
      </summary>
      <div
        className={`${sheet} flex max-h-[calc(100dvh-5rem)] w-72 max-w-[calc(100vw-2rem)] flex-col overflow-y-auto overscroll-contain`}
      >
        <nav aria-label={m.common.nav.label}>
          <Places account={account} />
          {account ? <AccountLinks /> : <SignIn />}
        </nav>
        <hr className="my-2 border-line" />
        <LanguageForm />
        <hr className="my-2 border-line" />
        <SchemeForm scheme={scheme} />
      </div>
    </details>
  );
}

const place =
  'flex min-h-11 items-center rounded-card px-3 hover:bg-raised lg:max-xl:px-2 aria-[current=page]:font-semibold aria-[current=page]:text-accent';

function Places({ account }: { account: Account }) {
  const { m } = useI18n();
  return (
    <>
      <NavLink to="/courses" prefetch="intent" className={place}>
        {m.common.nav.courses}
      </NavLink>
      {!account && (
        // A page of its own: only one loaded as a whole may ask for the camera.
        <NavLink to="/verify" reloadDocument className={place}>
          {m.common.footer.verify}
        </NavLink>
      )}
      {account && (
        <>
          <NavLink to="/my" end prefetch="intent" className={place}>
            {m.common.nav.my}
          </NavLink>
          <NavLink to="/my/notes" className={place}>
            {m.common.nav.notes}
          </NavLink>
          <NavLink to="/my/records" className={place}>
            {m.common.nav.records}
          </NavLink>
        </>
      )}
      {account?.administers && (
        <NavLink to="/admin/reports" className={place}>
          {m.common.nav.admin}
        </NavLink>
      )}
    </>
  );
}

function SignIn() {
  const { m } = useI18n();
  return (
    <Link to="/sign-in" className={`${place} font-semibold text-accent`}>
      {m.common.nav.signIn}
    </Link>
  );
}

function AccountMenu({ account }: { account: NonNullable<Account> }) {
  const { m } = useI18n();
  return (
    <details className="menu relative" key={useLocation().key}>
      <summary
        aria-label={m.common.nav.account({ name: account.name })}
        className="flex min-h-11 max-w-32 cursor-pointer items-center gap-2 rounded-card px-2 xl:max-w-52 xl:px-3 hover:bg-raised"
      >
        <span className="truncate">{account.name}</span>
        <Chevron />
      </summary>
      <div className={`${sheet} w-56`}>
        <AccountLinks />
      </div>
    </details>
  );
}

function AccountLinks() {
  const { m } = useI18n();
  return (
    <>
      <Link to="/my/settings" className={place}>
        {m.common.nav.settings}
      </Link>
      <Form method="post" action="/sign-out" reloadDocument>
        <button type="submit" className={`${place} w-full cursor-pointer`}>
          {m.common.nav.signOut}
        </button>
      </Form>
    </>
  );
}

/** Where the header is full, short of width. */
const shortNames = { en: 'EN', ms: 'BM', 'zh-Hans': '中' } as const;

/** How pages are shown to this reader: in which language, and light or dark. */
function DisplayMenu({ scheme }: { scheme: Scheme }) {
  const { m, locale } = useI18n();
  return (
    <details className="menu relative" key={useLocation().key}>
      <summary
        aria-label={`${m.common.display.menu}: ${localeNames[locale]}`}
        className="flex min-h-11 cursor-pointer items-center gap-2 rounded-card px-2 hover:bg-raised xl:px-3"
      >
        <span lang={locale} className="max-xl:hidden">
          {localeNames[locale]}
        </span>
        <span lang={locale} aria-hidden="true" className="xl:hidden">
          {shortNames[locale]}
        </span>
        <Chevron />
      </summary>
      <div className={`${sheet} w-56`}>
        <LanguageForm />
        <hr className="my-2 border-line" />
        <SchemeForm scheme={scheme} />
      </div>
    </details>
  );
}

const choice =
  'flex min-h-11 w-full cursor-pointer items-center rounded-card px-3 text-left hover:bg-raised aria-[current=true]:font-semibold aria-[current=true]:text-accent';

/** A plain form, so that the whole page, text and all, comes back in the other language. */
function LanguageForm() {
  const { m, locale } = useI18n();
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action="/language" reloadDocument aria-label={m.common.language.change}>
      <input type="hidden" name="next" value={pathname + search} />
      {locales.map((each) => (
        <button
          key={each}
          type="submit"
          name="locale"
          value={each}
          lang={each}
          aria-current={each === locale ? 'true' : undefined}
          className={choice}
        >
          {localeNames[each]}
        </button>
      ))}
    </Form>
  );
}
