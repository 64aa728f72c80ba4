import { Form, Link, NavLink, useLocation } from '@remix-run/react';
import { localeNames, locales } from '~/i18n/locales';
import { useI18n } from '~/i18n/react';
import { Chevron } from '../primitives/chevron';
import { Mark } from './mark';
import { useMenus } from './use-menus';

type Account = { name: string; administers: boolean } | null;

export function Header({ account }: { account: Account }) {
  const { m } = useI18n();
  useMenus();
  return (
    <header className="no-print border-b border-line bg-paper">
      <div className="mx-auto flex min-h-16 max-w-6xl items-center gap-2 px-4 sm:px-6">
        <Link
          to="/"
          className="flex min-h-11 items-center gap-2.5 font-serif text-xl font-semibold tracking-tight text-ink"
        >
          <Mark />
          {m.common.name}
        </Link>
        <nav
          aria-label={m.common.nav.label}
          className="ml-3 hidden flex-1 items-center gap-1 whitespace-nowrap lg:flex"
        >
          <Places account={account} />
        </nav>
        <div className="-mr-2 ml-auto hidden xl:-mr-3 items-center gap-1 whitespace-nowrap lg:flex">
          <LanguageMenu />
          {account ? <AccountMenu account={account} /> : <SignIn />}
        </div>
        <details className="menu relative ml-auto lg:hidden" key={useLocation().key}>
          <summary className="flex min-h-11 cursor-pointer items-center gap-2 rounded-card border border-line px-4 font-medium">
            {m.common.nav.menu}
            <Chevron />
          </summary>
          <nav
            aria-label={m.common.nav.label}
            className="absolute right-0 z-10 mt-2 flex max-h-[calc(100dvh-5rem)] w-72 max-w-[calc(100vw-2rem)] flex-col overflow-y-auto overscroll-contain gap-1 rounded-card border border-line bg-surface p-3 shadow-card"
          >
            <Places account={account} />
            <hr className="my-2 border-line" />
            {account ? <AccountLinks /> : <SignIn />}
            <hr className="my-2 border-line" />
            <LanguageForm />
          </nav>
        </details>
      </div>
    </header>
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
      {account && (
        <>
          <NavLink to="/my" end prefetch="intent" className={place}>
            {m.common.nav.my}
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
        className="flex min-h-11 max-w-36 cursor-pointer items-center gap-2 rounded-card px-2 xl:max-w-52 xl:px-3 hover:bg-raised"
      >
        <span className="truncate">{account.name}</span>
        <Chevron />
      </summary>
      <div className="absolute right-0 z-10 mt-2 w-52 rounded-card border border-line bg-surface p-2 shadow-card">
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

function LanguageMenu() {
  const { m, locale } = useI18n();
  return (
    <details className="menu relative" key={useLocation().key}>
      <summary
        aria-label={`${m.common.language.change}: ${localeNames[locale]}`}
        className="flex min-h-11 cursor-pointer items-center gap-2 rounded-card px-2 hover:bg-raised xl:px-3"
      >
        <span lang={locale}>{localeNames[locale]}</span>
        <Chevron />
      </summary>
      <div className="absolute right-0 z-10 mt-2 w-52 rounded-card border border-line bg-surface p-2 shadow-card">
        <LanguageForm />
      </div>
    </details>
  );
}

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
          className="flex min-h-11 w-full cursor-pointer items-center rounded-card px-3 text-left hover:bg-raised aria-[current=true]:font-semibold aria-[current=true]:text-accent"
        >
          {localeNames[each]}
        </button>
      ))}
    </Form>
  );
}
