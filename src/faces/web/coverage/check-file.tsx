import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { Finding } from '../../../domain/catalog/lint/types.ts';
import { ownZone, todayIn } from '../clock.ts';
import { useSay } from '../language.tsx';
import { part } from '../parts/part.ts';
import { Problem } from '../parts/problem.tsx';

/** Findings shown at once; a file with more has the same few faults again and again. */
const MOST_SHOWN = 50;

/** A brand's file, pasted, with the findings of `catalog lint`. The checks are loaded when first asked for. */
export function CheckFile(): ReactNode {
  const say = useSay();
  const id = useId();
  const [text, setText] = useState('');
  const [findings, setFindings] = useState<Finding[] | null>(null);
  const [error, setError] = useState<unknown>(null);

  const check = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setError(null);
    try {
      const { lintText } = await part(import('./checker.ts'));
      setFindings(lintText(text, 'new-brand', todayIn(ownZone())));
    } catch (cause) {
      setError(cause);
    }
  };

  return (
    <form onSubmit={check} className="check-file">
      <label htmlFor={id}>{say('web.check.label')}</label>
      <p id={`${id}-hint`} className="soft">
        {say('web.check.hint')}
      </p>
      <textarea
        id={id}
        aria-describedby={`${id}-hint`}
        rows={10}
        spellCheck={false}
        autoCapitalize="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p>
        <button type="submit" className="button">
          {say('web.check.go')}
        </button>
      </p>
      {error !== null && <Problem error={error} />}
      <div role="status">{findings && <Findings findings={findings} />}</div>
    </form>
  );
}

function Findings({ findings }: { findings: readonly Finding[] }): ReactNode {
  const say = useSay();
  const inOrder = findings.toSorted((a, b) => a.line - b.line);
  const errors = inOrder.filter(({ severity }) => severity === 'error');
  const warnings = inOrder.filter(({ severity }) => severity === 'warning');
  const shown = [...errors, ...warnings].slice(0, MOST_SHOWN);
  return (
    <>
      <p>
        <strong>{say('web.check.count', { errors: errors.length, warnings: warnings.length })}</strong>
      </p>
      <ul className="findings">
        {shown.map((finding) => (
          <li key={`${finding.rule} ${finding.line} ${finding.path}`} className={`finding-${finding.severity}`}>
            <span className="finding-place">{say(`web.check.${finding.severity}`, { line: finding.line })}</span>{' '}
            {finding.path && <code>{finding.path}</code>} {say(`lint.${finding.rule}`, finding.facts)}
          </li>
        ))}
      </ul>
      {shown.length < findings.length && (
        <p className="soft">{say('web.check.more', { count: findings.length - shown.length })}</p>
      )}
    </>
  );
}
