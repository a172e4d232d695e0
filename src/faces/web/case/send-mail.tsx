import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { RecordedView } from '../../../app/case/answers.ts';
import type { SendView } from '../../../app/case/send-types.ts';
import { useSay } from '../language.tsx';
import { ask } from '../machine/api.ts';
import { sentenceOf } from '../parts/problem.tsx';
import { readableAll } from '../plan/prose.ts';
import { Refused } from './refused.tsx';

interface Props {
  caseId: string;
  /** The mail went out, or nobody knows: the case has changed. */
  onSent: () => void;
}

type Fields = Record<'to' | 'from' | 'host' | 'port' | 'user' | 'password', string>;
const EMPTY: Fields = { to: '', from: '', host: '', port: '465', user: '', password: '' };
/** Warnings a person may pass over, by the field of the request that says so. */
const PASSED = { gaps: 'gaps', 'maybe-sent-already': 'again', 'sent-recently': 'again' } as const;

/** The e-mail from one's own mailbox: first the mail as it will go out, then the button that sends it. */
export function SendMail({ caseId, onSent }: Props): ReactNode {
  const say = useSay();
  const id = useId();
  const result = useRef<HTMLHeadingElement>(null);
  const [fields, setFields] = useState(EMPTY);
  const [view, setView] = useState<SendView | null>(null);
  const [passed, setPassed] = useState<Readonly<Record<string, boolean>>>({});
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    if (view) result.current?.focus();
  }, [view]);

  const post = async (yes: boolean): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      const path = `/cases/${encodeURIComponent(caseId)}/send${yes ? '?yes=true' : ''}`;
      const json = { ...bodyOf(fields), ...(yes ? { password: fields.password, ...passed } : {}) };
      const answer = await ask<SendView & Partial<RecordedView>>(path, say, { json });
      setView({ ...answer, warnings: readableAll(answer.warnings, say.language) });
      if (answer.sent !== 'no') {
        setFields((before) => ({ ...before, password: '' }));
        onSent();
      }
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  const needed = [...new Set((view?.warnings ?? []).flatMap(({ code }) => passOf(code) ?? []))];
  const ready = needed.every((name) => passed[name]) && fields.host !== '';

  return (
    <div className="send">
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void post(false);
        }}
      >
        <p className="soft">{say('web.send.what')}</p>
        {error !== null && <Refused sentence={sentenceOf(error, say)} />}
        {input('to', 'email', 'off')}
        {input('from', 'email', 'email')}
        {input('host', 'text', 'off')}
        <div className="field">
          <label htmlFor={`${id}-port`}>{say('web.send.port')}</label>
          <select
            id={`${id}-port`}
            value={fields.port}
            onChange={(event) => setFields({ ...fields, port: event.target.value })}
          >
            <option value="465">{say('web.send.port.465')}</option>
            <option value="587">{say('web.send.port.587')}</option>
          </select>
        </div>
        {input('user', 'text', 'username')}
        {input('password', 'password', 'off')}
        <p className="question-row">
          <button type="submit" className="button quiet" aria-disabled={busy}>
            {say(busy && view === null ? 'web.busy.prepare' : 'web.send.preview')}
          </button>
        </p>
      </form>
      {view && (
        <section aria-labelledby={`${id}-mail`}>
          <h4 id={`${id}-mail`} ref={result} tabIndex={-1}>
            {say(`web.send.state.${view.sent}`)}
          </h4>
          {view.sent === 'unknown' && <p className="problem">{say('web.send.unknown')}</p>}
          {view.answer !== null && <p className="soft">{say('web.send.answer', { answer: view.answer })}</p>}
          {view.sent === 'no' &&
            view.warnings
              .filter(({ code }) => code !== 'no-server' || fields.host === '')
              .map(({ code, message }) => (
                <p key={code} className="warns">
                  {message}
                </p>
              ))}
          <p>{say('web.send.envelope', { from: view.from, to: view.to })}</p>
          <pre className="text" lang="en">
            {`${view.headers.join('\n')}\n\n${view.body}`}
          </pre>
          {view.sent === 'no' && (
            <>
              {needed.map((name) => (
                <p key={name} className="check">
                  <label>
                    <input
                      type="checkbox"
                      checked={passed[name] ?? false}
                      onChange={(event) => setPassed({ ...passed, [name]: event.target.checked })}
                    />{' '}
                    {say(`web.send.pass.${name}`)}
                  </label>
                </p>
              ))}
              <p>
                <button
                  type="button"
                  className="button"
                  aria-disabled={busy || !ready}
                  onClick={() => ready && void post(true)}
                >
                  {say(busy ? 'web.send.sending' : 'web.send.now')}
                </button>
              </p>
            </>
          )}
        </section>
      )}
    </div>
  );

  function input(name: keyof Fields, type: string, autoComplete: string): ReactNode {
    return (
      <div className="field">
        <label htmlFor={`${id}-${name}`}>{say(`web.send.${name}`)}</label>
        <input
          id={`${id}-${name}`}
          name={name}
          type={type}
          autoComplete={autoComplete}
          spellCheck={false}
          value={fields[name]}
          onChange={(event) => setFields({ ...fields, [name]: event.target.value })}
        />
      </div>
    );
  }
}

function passOf(code: string): string | null {
  return Object.hasOwn(PASSED, code) ? PASSED[code as keyof typeof PASSED] : null;
}

/** The server as an address; empty fields are left to what the case knows. */
function bodyOf({ to, from, host, port, user }: Fields) {
  const scheme = port === '465' ? 'smtps' : 'smtp';
  const login = user.trim() === '' ? '' : `${encodeURIComponent(user.trim())}@`;
  const own = host.trim();
  const where = /:\d+$/.test(own) ? own : `${own}:${port}`;
  return {
    to: to.trim() || null,
    from: from.trim() || null,
    server: own === '' ? null : `${scheme}://${login}${where}`,
  };
}
