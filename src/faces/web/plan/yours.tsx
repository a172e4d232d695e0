import type { ReactNode } from 'react';
import { LANGUAGE_TAGS, type Say } from '../../../locale/say.ts';
import { showCountry, showDate, showUsd } from '../format.ts';
import { useSay } from '../language.tsx';
import type { Field } from '../questions/fields.ts';
import { isAnswered, questionsFor, shownFields } from '../questions/flow.ts';
import type { Question } from '../questions/list.ts';
import { go, linkTo } from '../router.ts';
import { type Answers, forgetDraft, useDraft } from '../state/draft.ts';
import type { Plan } from './compute.ts';
import { saveSituation } from './export.ts';

/** What the plan rests on: each answer with the way to change it. */
export function Yours({ plan }: { plan: Plan }): ReactNode {
  const say = useSay();
  const { answers } = useDraft();
  const questions = questionsFor(plan.brand, answers);
  return (
    <dl className="yours">
      {questions.map((question) => (
        <div key={question.id}>
          <dt>{say(`web.q.${question.id}`)}</dt>
          <dd>
            <a href={linkTo({ page: 'questions', question: question.id })}>{shown(question, answers, plan, say)}</a>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What can be done with the plan itself. */
export function Actions({ plan }: { plan: Plan }): ReactNode {
  const say = useSay();
  const { answers } = useDraft();
  const [first] = questionsFor(plan.brand, answers);
  return (
    <>
      <div className="question-row no-print">
        <a className="button quiet" href={linkTo({ page: 'questions', question: first?.id ?? null })}>
          {say('web.plan.change')}
        </a>
        <button type="button" className="button quiet" onClick={() => window.print()}>
          {say('web.plan.print')}
        </button>
        <button type="button" className="button quiet" onClick={() => saveSituation(plan.situation)}>
          {say('web.plan.export')}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            forgetDraft();
            go({ page: 'start' });
          }}
        >
          {say('web.plan.forget')}
        </button>
      </div>
      <p className="soft no-print">{say('web.plan.export.hint')}</p>
    </>
  );
}

function shown(question: Question, answers: Answers, plan: Plan, say: Say): string {
  if (!isAnswered(question, answers)) return say('web.plan.unanswered');
  const parts = shownFields(question, answers).flatMap((field) => inWords(field, answers[field.name], plan, say) ?? []);
  return parts.length === 0 ? say('web.plan.unknownAnswer') : parts.join(say('web.source.join'));
}

function inWords(field: Field, value: Answers[string] | undefined, plan: Plan, say: Say): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string') {
    if (value.length === 0) return say('web.plan.noneOfThem');
    const names = value.map((one) => say(`web.f.${field.name}.${one}`));
    return new Intl.ListFormat(LANGUAGE_TAGS[say.language], { type: 'conjunction' }).format(names);
  }
  switch (field.kind) {
    case 'date':
      return showDate(value, say.language);
    case 'money':
      return showUsd(value, say.language);
    case 'country':
      return showCountry(value, say.language);
    case 'choice':
      if (field.name === 'termMonths') return say('web.f.termMonths.months', { count: Number(value) });
      if (field.name === 'product') {
        return plan.brand.products.find((product) => product.id === value)?.name[say.language] ?? value;
      }
      return say(`web.f.${field.name}.${value}`);
    default:
      return value;
  }
}
