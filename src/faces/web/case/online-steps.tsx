import { type ReactNode, useState } from 'react';
import type { SheetView } from '../../../app/prepare-types.ts';
import { useSay } from '../language.tsx';
import { ask } from '../machine/api.ts';
import { sentenceOf } from '../parts/problem.tsx';

interface Props {
  caseId: string;
  view: SheetView;
  /** A screenshot was kept: the case has changed. */
  onKept: (said: string) => void;
}

/** The way through the carrier's pages: what is done stays ticked in this browser, and each step takes its screenshot. */
export function OnlineSteps({ caseId, view, onKept }: Props): ReactNode {
  const say = useSay();
  const key = `online-steps ${caseId}`;
  const [ticked, setTicked] = useState<readonly string[]>(() => read(key));
  const [error, setError] = useState<unknown>(null);
  const tick = (place: string): void => {
    const next = ticked.includes(place) ? ticked.filter((own) => own !== place) : [...ticked, place];
    setTicked(next);
    window.localStorage.setItem(key, JSON.stringify(next));
  };
  const keep = async (step: string, files: FileList | null): Promise<void> => {
    if (!files || files.length === 0) return;
    setError(null);
    try {
      const form = new FormData();
      form.set('event', 'evidence-attached');
      form.set('set', JSON.stringify({ kind: 'picture', note: step }));
      for (const file of files) form.append('attach', file);
      await ask(`/cases/${encodeURIComponent(caseId)}/record`, say, { form });
      onKept(say('web.act.kept'));
    } catch (problem) {
      setError(problem);
    }
  };

  return (
    <div className="todo">
      {error !== null && (
        <p className="problem" role="alert">
          {sentenceOf(error, say)}
        </p>
      )}
      {view.sections.map(({ title, lines }, section) => (
        <section key={title} aria-label={title}>
          <h4>{title}</h4>
          <ul>
            {lines.map(({ kind, first }, at) => {
              const place = `${section}.${at}`;
              if (kind === 'tick') {
                return (
                  <li key={place}>
                    <label>
                      <input type="checkbox" checked={ticked.includes(place)} onChange={() => tick(place)} /> {first}
                    </label>
                  </li>
                );
              }
              if (kind === 'text') return <li key={place}>{first}</li>;
              const step = lines.slice(0, at).findLast((own) => own.kind === 'tick')?.first ?? title;
              return (
                <li key={place} className="soft">
                  {first}
                  <label className="screenshot no-print">
                    <span>{say('web.act.screenshot', { step })}</span>
                    <input
                      type="file"
                      multiple
                      accept="image/*,application/pdf"
                      onChange={(event) => void keep(step, event.target.files)}
                    />
                  </label>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}

function read(key: string): string[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    return [];
  }
}
