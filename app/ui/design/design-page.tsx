// The design language on one page: its scales, its colours with their contrasts, every primitive in every state in both schemes.
import { useI18n } from '~/i18n/react';
import { Page } from '../primitives/page';
import tokensCss from '../tokens.css?raw';
import { type Measured, measure, readTokens, type SchemeName, spaces, typeScale } from './contrast';
import './design.css';
import { Specimens } from './specimens';

const { base, themes } = readTokens(tokensCss);
const schemeNames: SchemeName[] = ['light', 'dark'];

const samples = [
  { lang: 'en', text: 'What one park has learned, the other can use' },
  { lang: 'ms', text: 'Pengalaman satu taman, manfaat untuk kedua-duanya' },
  { lang: 'zh-Hans', text: '一园之所得，两园之所用' },
] as const;

export function DesignPage() {
  return (
    <Page
      title="Design"
      eyebrow="For developers"
      lead="Every token and every primitive in every state. What is not here does not belong to the language yet: add it here first."
      width="wide"
    >
      <div className="design">
        <section aria-labelledby="type">
          <h2 id="type">Type</h2>
          <ol className="design-scale">
            {typeScale(tokensCss).map((step) => (
              <li key={step.name}>
                <code>
                  text-{step.name} · {step.lineHeight}
                </code>
                {samples.slice(0, 1).map(({ lang, text }) => (
                  <p key={lang} lang={lang} className={`design-${step.name}`}>
                    {text}
                  </p>
                ))}
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="languages">
          <h2 id="languages">Three languages</h2>
          <ol className="design-scale">
            {samples.map(({ lang, text }) => (
              <li key={lang}>
                <code>{lang}</code>
                <p lang={lang} className="design-3xl">
                  {text}
                </p>
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="space">
          <h2 id="space">Space</h2>
          <table>
            <tbody>
              {spaces(tokensCss).map(({ name, value }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>
                    <code>{value}</code>
                  </td>
                  <td>
                    <div className={`design-space design-space-${name}`} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section aria-labelledby="colour">
          <h2 id="colour">Colour</h2>
          <div className="design-both">
            {schemeNames.map((scheme) => (
              <div key={scheme} data-scheme={scheme} className="specimen">
                <Palette scheme={scheme} />
                <Contrasts title={`${scheme}: contrasts`} measured={measure(base, scheme)} />
                {[...themes].map(([theme, colours]) => (
                  <div key={theme} data-theme={theme}>
                    <Contrasts
                      title={`${scheme}: ${theme}`}
                      measured={measure(base, scheme, colours).filter(({ front }) =>
                        front.startsWith('accent'),
                      )}
                    />
                  </div>
                ))}
              </div>
            ))}
          </div>
        </section>
        <section aria-labelledby="primitives">
          <h2 id="primitives">Primitives</h2>
          <div className="design-both">
            {schemeNames.map((scheme) => (
              <div key={scheme} data-scheme={scheme} className="specimen">
                <Specimens scheme={scheme} />
              </div>
            ))}
          </div>
        </section>
      </div>
    </Page>
  );
}

function Palette({ scheme }: { scheme: SchemeName }) {
  return (
    <div>
      <h3>{scheme}: tokens</h3>
      <table>
        <tbody>
          {[...base].map(([name, colours]) => (
            <tr key={name}>
              <td>
                <svg width="48" height="24" aria-hidden="true" focusable="false">
                  <rect
                    x="0.5"
                    y="0.5"
                    width="47"
                    height="23"
                    rx="4"
                    fill={`var(--${name})`}
                    stroke="var(--line)"
                  />
                </svg>
              </td>
              <th scope="row">{name}</th>
              <td>
                <code>{colours[scheme]}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Contrasts({ title, measured }: { title: string; measured: Measured[] }) {
  const { format } = useI18n();
  return (
    <div>
      <h3>{title}</h3>
      <table>
        <tbody>
          {measured.map(({ front, ground, ratio, least }) => (
            <tr key={`${front} ${ground}`}>
              <td>
                <svg width="48" height="24" aria-hidden="true" focusable="false">
                  <rect width="48" height="24" rx="4" fill={`var(--${ground})`} />
                  <circle cx="24" cy="12" r="7" fill={`var(--${front})`} />
                </svg>
              </td>
              <th scope="row">
                {front} on {ground}
              </th>
              <td>
                {format.number(Math.floor(ratio * 100) / 100)} : 1{' '}
                {ratio < least && <strong>too faint</strong>}
              </td>
              <td>least {least}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
