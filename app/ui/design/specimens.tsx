// Every primitive in every state, once. `scheme` keeps the ids of the two showings apart.
import { type SubmissionResult, useForm } from '@conform-to/react';
import { Span } from '../courses/span';
import { Mark } from '../layout/mark';
import { SchemeForm } from '../layout/scheme-form';
import { StateMark } from '../learning/state-mark';
import { Button, ButtonLink } from '../primitives/button';
import { Card, Empty } from '../primitives/card';
import { Chevron } from '../primitives/chevron';
import { DataTable } from '../primitives/data-table';
import type { DrawingName } from '../primitives/drawing';
import { Checkbox, Field, FormError, Select } from '../primitives/field';
import { Icon, iconNames } from '../primitives/icon';
import { Skeleton } from '../primitives/loading';
import { Badge, Notice, type Tone } from '../primitives/notice';
import { Progress } from '../primitives/progress';
import { Toast, useToast } from '../primitives/toast';

const tones: Tone[] = ['plain', 'positive', 'warning', 'danger', 'accent'];
const drawings: DrawingName[] = ['span', 'broken', 'search', 'record', 'notes', 'people'];
const buttonTones = ['main', 'quiet', 'danger', 'plain'] as const;

export function Specimens({ scheme }: { scheme: string }) {
  const say = useToast();
  return (
    <>
      <Part title="Sign, drawing">
        <Mark />
        <Span label="A bridge between two places" />
      </Part>
      <Part title="Icons">
        <p className="design-row">
          {iconNames.map((name) => (
            <Icon key={name} name={name} />
          ))}
          <Chevron />
        </p>
      </Part>
      <Part title="Buttons: at rest, focused, busy, not available; as links">
        {buttonTones.map((tone) => (
          <div key={tone} className="design-row py-1">
            <Button type="button" tone={tone}>
              {tone}
            </Button>
            <span className="design-focused">
              <Button type="button" tone={tone}>
                Focused
              </Button>
            </span>
            <Button type="button" tone={tone} busy>
              Saving…
            </Button>
            <Button type="button" tone={tone} disabled>
              Not yet
            </Button>
            <ButtonLink to="/design" tone={tone}>
              Link
            </ButtonLink>
          </div>
        ))}
        <p className="py-1">
          <a href="#primitives" className="link">
            A link in a line of text
          </a>
        </p>
      </Part>
      <Part title="Appearance">
        <SchemeForm scheme="light" look="page" label={`Appearance (${scheme})`} />
      </Part>
      <Part title="Fields: empty, filled, wrong, not available">
        <Fields scheme={scheme} />
      </Part>
      <Part title="Notices">
        {tones.map((tone) => (
          <Notice key={tone} tone={tone} title={`${tone}: what it is about`}>
            A sentence that says what happened, and what to do now. 一句话说明发生了什么。
          </Notice>
        ))}
      </Part>
      <Part title="Badges">
        <p className="design-row">
          {tones.map((tone) => (
            <Badge key={tone} tone={tone}>
              {tone}
            </Badge>
          ))}
        </p>
      </Part>
      <Part title="Status line">
        <div className="design-row">
          <Toast>Link copied.</Toast>
          <Toast tone="failed">Not saved: there is no connection.</Toast>
          <Button type="button" tone="quiet" onClick={() => say('Said at the foot of the window.')}>
            Say it
          </Button>
        </div>
      </Part>
      <Part title="Progress, lesson states">
        {[0, 3, 8].map((done) => (
          <Progress key={done} done={done} total={8} label={`${done} of 8`} />
        ))}
        <p className="design-row">
          {(['open', 'complete', 'changed', 'again'] as const).map((state) => (
            <span key={state} className="design-row">
              <StateMark state={state} /> {state}
            </span>
          ))}
        </p>
      </Part>
      <Part title="Waiting: a page on its way, a part of a page">
        <div aria-hidden="true" className="nav-line" />
        <Skeleton label="Your notes are being fetched" />
      </Part>
      <Part title="Card, in a theme">
        <Card theme="park-management">
          <p className="text-accent">The accent is the theme’s own here.</p>
        </Card>
      </Part>
      <Part title="Nothing here">
        {drawings.map((drawing) => (
          <Empty
            key={drawing}
            drawing={drawing}
            level={3}
            title={`${drawing}: nothing here yet`}
            action={<ButtonLink to="/design">One way on</ButtonLink>}
          >
            What will be here, and how it comes to be here.
          </Empty>
        ))}
      </Part>
      <Part title="Table">
        <DataTable
          caption={`Learners by park (${scheme})`}
          columns={[
            {
              key: 'name',
              label: 'Park',
              sortHref: '/design',
              sorted: 'ascending',
              cell: ({ name }) => name,
            },
            { key: 'n', label: 'Learners', numeric: true, cell: ({ n }) => n },
          ]}
          rows={[
            { name: 'MRANTI', n: 120 },
            { name: '中关村科技园区', n: 240 },
          ]}
          rowKey={({ name }) => name}
          totals={['Total', 360]}
        />
      </Part>
      <Part title="Running text">
        <Prose lang="en">
          A graduate company leaves when it can pay the market’s rent, not when it has filled its years.{' '}
          <a href="#primitives">To the primitives</a>, <em>a stress</em>, <strong>a weight</strong>.
        </Prose>
        <Prose lang="ms">
          Syarikat yang tamat inkubasi keluar apabila mampu membayar sewa pasaran, bukan apabila cukup
          tahunnya.
        </Prose>
        <Prose lang="zh-Hans">
          企业能够承担市场租金时即可毕业，而不是年限已满之时。数字与 English 之间留有间隙。
        </Prose>
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div>
      <h3>{title}</h3>
      {children}
    </div>
  );
}

function Prose({ lang, children }: { lang: string; children: React.ReactNode }) {
  return (
    <div lang={lang} className="prose">
      <p>{children}</p>
    </div>
  );
}

const refused: SubmissionResult<string[]> = {
  status: 'error',
  error: { wrong: ['invalid'], choice: ['required'], agreed: ['required'] },
};

type Filled = { empty: string; filled: string; wrong: string; off: string; choice: string; agreed: boolean };

function Fields({ scheme }: { scheme: string }) {
  const [form, fields] = useForm<Filled>({
    id: `specimen-${scheme}`,
    lastResult: refused,
    defaultValue: { filled: '李娜', wrong: 'somebody@', off: 'Fixed' },
  });
  return (
    <form id={form.id} onSubmit={(event) => event.preventDefault()}>
      <FormError errors={['forbidden']} id={`${form.id}-problem`} />
      <Field field={fields.empty} label="Empty" hint="A hint says what is wanted." optional />
      <Field field={fields.filled} label="Filled" />
      <Field field={fields.wrong} label="Wrong" type="email" />
      <Field field={fields.off} label="Not available" input={{ disabled: true }} />
      <Select
        field={fields.choice}
        label="Choice"
        placeholder="Choose…"
        options={[{ value: 'a', label: 'First' }]}
      />
      <Checkbox field={fields.agreed} label="Agreed" hint="What that means." />
    </form>
  );
}
