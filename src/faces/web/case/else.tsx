import type { ReactNode } from 'react';
import type { CaseView } from '../../../app/case/view.ts';
import type { RecordableType } from '../../../domain/case/events.ts';
import { useSay } from '../language.tsx';
import { Section } from '../parts/page.tsx';
import { othersOf } from './opened.ts';

interface Props {
  view: CaseView;
  onChoose: (event: RecordableType, from: HTMLElement) => void;
  /** The form, where it stands open here. */
  children: ReactNode;
}

/** Everything that can be recorded besides the next step. */
export function Else({ view, onChoose, children }: Props): ReactNode {
  const say = useSay();
  return (
    <Section id="else" title={say('web.case.else')}>
      <ul className="else no-print">
        {othersOf(view).map((type) => (
          <li key={type}>
            <button type="button" className="link" onClick={(event) => onChoose(type, event.currentTarget)}>
              {say(`record.do.${type}`)}
            </button>
          </li>
        ))}
      </ul>
      {children}
    </Section>
  );
}
