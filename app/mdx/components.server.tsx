// The component map: what each element of the vocabulary looks like as static HTML.
import { createContext, type ReactNode, useContext } from 'react';
import { fileName, mediaUrl } from './arrange-tree.server';
import { labels } from './labels.server';
import {
  AcceptPlace,
  ChoicePlace,
  ItemPlace,
  MistakePlace,
  PairPlace,
  QuestionPlace,
} from './question-places.server';
import type { QuizProps } from './read-quiz.server';
import type { Locale, TextInput } from './schema';

type Block = { 'data-block'?: string; id?: string; children?: ReactNode };

type CalloutProps = Block & { kind: 'note' | 'tip' | 'warning' | 'example'; title?: string };
type FigureProps = Block & { src: string; alt: string; caption?: string };
type VideoProps = Block & { src?: string; poster?: string; captions?: string; href?: string; title: string };
type TermProps = { id: string; n: string; children?: ReactNode };
type SideProps = { park: string; title: string; level: string; children?: ReactNode };
type DownloadProps = Block & { src: string; title: string };

/** Places in the top level that become segments. They render nothing themselves. */
export const QuizPlace = (_: QuizProps & { 'data-block'?: string; children?: ReactNode }) => null;
export const ReflectPlace = (_: { id: string; 'data-block'?: string; children?: ReactNode }) => null;

type Page = {
  locale: Locale;
  resources: TextInput['resources'];
  words: (typeof labels)[Locale];
  url: (path: string) => string;
  sizeOf: (path: string) => { width?: number; height?: number };
};

const PageContext = createContext<Page | undefined>(undefined);

function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('A component was rendered outside its text');
  return page;
}

/** Gives the components of one text its language, assets and glossary. Only for texts that passed the check. */
export function TextPage({ input, children }: { input: TextInput; children?: ReactNode }) {
  const { locale, resources } = input;
  const page: Page = {
    locale,
    resources,
    words: labels[locale],
    url: (path) => mediaUrl(path, input),
    sizeOf: (path) => {
      const { width, height } = resources.assets.get(path) ?? {};
      return width && height ? { width, height } : {};
    },
  };
  return <PageContext.Provider value={page}>{children}</PageContext.Provider>;
}

function Link({ href, ...rest }: { href?: string; title?: string; children?: ReactNode }) {
  const outside = href?.startsWith('https:') ? { rel: 'noopener noreferrer', className: 'outside' } : {};
  return <a href={href} {...rest} {...outside} />;
}

/** GFM's checkboxes cannot be pressed, so they are shown as the signs they are. */
function Task({ checked }: { checked?: boolean }) {
  const { words } = usePage();
  return (
    <span
      className={checked ? 'task task-done' : 'task'}
      role="img"
      aria-label={checked ? words.done : words.toDo}
    />
  );
}

function Callout({ kind, title, children, ...block }: CalloutProps) {
  const { words } = usePage();
  return (
    <div className={`callout callout-${kind}`} role="note" {...block}>
      <p className="callout-title">
        <span className="callout-kind">{words.callout[kind]}</span>
        {title ? <> {title}</> : null}
      </p>
      {children}
    </div>
  );
}

function Figure({ src, alt, caption, ...block }: FigureProps) {
  const { url, sizeOf } = usePage();
  return (
    <figure className="figure" {...block}>
      <img src={url(src)} alt={alt} {...sizeOf(src)} loading="lazy" decoding="async" />
      {caption ? <figcaption>{caption}</figcaption> : null}
    </figure>
  );
}

function Video({ src, poster, captions, href, title, ...block }: VideoProps) {
  const { words, url, sizeOf, locale, resources } = usePage();
  if (src === undefined)
    return (
      <p className="link-card" {...block}>
        <a href={href} rel="noopener noreferrer" className="outside">
          <span className="card-title">{title}</span>
          <span className="card-meta">{words.watchAt(new URL(href ?? '').hostname)}</span>
        </a>
      </p>
    );
  return (
    <figure className="video" {...block}>
      <video
        controls
        preload="none"
        playsInline
        aria-label={title}
        poster={poster === undefined ? undefined : url(poster)}
        {...sizeOf(poster ?? src)}
      >
        <source src={url(src)} type={resources.assets.get(src)?.mediaType} />
        {captions === undefined ? null : (
          <track kind="captions" srcLang={locale} label={words.captions} src={url(captions)} default />
        )}
        <a href={url(src)}>{words.videoFallback}</a>
      </video>
      <figcaption>{title}</figcaption>
    </figure>
  );
}

/** Opens without a script: the browser's own popover, found by its id. */
function Term({ id, n, children }: TermProps) {
  const { locale, resources } = usePage();
  const entry = resources.glossary[id];
  const target = `term-${n}`;
  const order: Locale[] = [locale, ...(['en', 'ms', 'zh-Hans'] as const).filter((one) => one !== locale)];
  return (
    <>
      <button type="button" className="term" {...{ popovertarget: target }}>
        {children}
      </button>
      <span className="term-card" id={target} role="note" {...{ popover: '' }}>
        {order.map((one) => (
          <span key={one} className="term-entry" lang={one}>
            <strong className="term-word">{entry?.[one].term}</strong>{' '}
            <span className="term-definition">{entry?.[one].definition}</span>
          </span>
        ))}
      </span>
    </>
  );
}

function Compare({ children, ...block }: Block) {
  return (
    <div className="compare" {...block}>
      {children}
    </div>
  );
}

function Side({ park, title, level, children }: SideProps) {
  const Heading = headingOf(level);
  return (
    <section className={`side side-${park}`}>
      <Heading className="side-title">{title}</Heading>
      {children}
    </section>
  );
}

function Steps({ children, ...block }: Block) {
  return (
    <div className="steps" {...block}>
      {children}
    </div>
  );
}

function Download({ src, title, ...block }: DownloadProps) {
  const { words, url, locale, resources } = usePage();
  const asset = resources.assets.get(src);
  const name = fileName(src);
  return (
    <p className="download" {...block}>
      <a href={url(src)} download={name}>
        <span className="card-title">{title}</span>
        <span className="card-meta">
          {words.download} · {name} · {fileSize(asset?.bytes ?? 0, locale)}
        </span>
      </a>
    </p>
  );
}

/** What each name in a text stands for; the lower-case ones come from Markdown only. */
export const components = {
  a: Link,
  input: Task,
  Callout,
  Figure,
  Video,
  Term,
  Compare,
  Side,
  Steps,
  Download,
  Reflect: ReflectPlace,
  Quiz: QuizPlace,
  Question: QuestionPlace,
  Choice: ChoicePlace,
  Accept: AcceptPlace,
  Mistake: MistakePlace,
  Pair: PairPlace,
  Item: ItemPlace,
};

function headingOf(level: string): 'h2' | 'h3' | 'h4' | 'h5' | 'h6' {
  if (level === '3') return 'h3';
  if (level === '4') return 'h4';
  if (level === '5') return 'h5';
  return level === '6' ? 'h6' : 'h2';
}

/** Decimal units, one digit at most: 820 bytes, 12 kB, 3.4 MB. */
export function fileSize(bytes: number, locale: Locale): string {
  const [value, unit] =
    bytes < 1000
      ? [bytes, 'byte']
      : bytes < 999_500
        ? [bytes / 1000, 'kilobyte']
        : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}
