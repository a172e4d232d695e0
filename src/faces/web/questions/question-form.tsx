import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { Brand } from '../../../domain/catalog/schema.ts';
import type { Say } from '../../../locale/say.ts';
import { showDate } from '../format.ts';
import { useSay } from '../language.tsx';
import type { Answers } from '../state/draft.ts';
import { FieldInput, type Typed } from './field-input.tsx';
import { type Field, type FieldError, type Parsed, parseField } from './fields.ts';
import { shownFields, unknownTo } from './flow.ts';
import type { Question } from './list.ts';

interface Props {
  question: Question;
  brand: Brand;
  answers: Answers;
  /** `YYYY-MM-DD`. */
  today: string;
  /** Shown in the zone field at first. */
  zone: string;
  headingId: string;
  back: string;
  onAnswer: (answers: Answers) => void;
}

type Errors = Readonly<Record<string, Extract<Parsed, { error: FieldError }>>>;

/** One question: its fields, "Continue", "I don't know", "Back". Nothing is kept before all fields are right. */
export function QuestionForm(props: Props): ReactNode {
  const { question, brand, answers, today, headingId, back, onAnswer } = props;
  const say = useSay();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Record<string, Typed>>(() => atFirst(question, answers, props.zone));
  const [errors, setErrors] = useState<Errors>({});
  const fields = shownFields(question, { ...answers, ...typed });

  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const parsed = fields.map(
      (field) => [field, parseField(field, typed[field.name] ?? '', { ...answers, ...typed }, today)] as const,
    );
    const wrong = parsed.flatMap(([field, result]) => ('error' in result ? [[field.name, result] as const] : []));
    setErrors(Object.fromEntries(wrong));
    const [first] = wrong;
    if (first) {
      form.current?.querySelector<HTMLElement>(`[name="${first[0]}"]`)?.focus();
      return;
    }
    const values = parsed.map(([field, result]) => [field.name, 'value' in result ? result.value : null] as const);
    onAnswer({ ...unknownTo(question), ...Object.fromEntries(values) });
  };

  return (
    <form ref={form} className="question" noValidate onSubmit={onSubmit}>
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={typed[field.name] ?? ''}
          error={errors[field.name] ? errorSentence(errors[field.name], say) : null}
          optionName={(own, option) => nameOf(own, option, brand, say)}
          alone={fields[0] === field && (field.kind === 'choice' || field.kind === 'checks')}
          headingId={headingId}
          onChange={(value) => {
            setTyped({ ...typed, [field.name]: value });
            setErrors({ ...errors, [field.name]: undefined } as unknown as Errors);
          }}
        />
      ))}
      <div className="question-row">
        <button type="submit" className="button">
          {say('web.q.next')}
        </button>
        <button type="button" className="button quiet" onClick={() => onAnswer(unknownTo(question))}>
          {say('web.q.unknown')}
        </button>
        <a className="question-back" href={back}>
          {say('web.q.back')}
        </a>
      </div>
    </form>
  );
}

function atFirst(question: Question, answers: Answers, zone: string): Record<string, Typed> {
  const given = question.fields.map((field) => {
    const value = answers[field.name] ?? (field.kind === 'checks' ? [] : field.kind === 'zone' ? zone : '');
    return [field.name, value] as const;
  });
  return Object.fromEntries(given);
}

function errorSentence(error: Errors[string] | undefined, say: Say): string | null {
  if (!error) return null;
  const facts = { ...error.facts };
  if (typeof facts.date === 'string') facts.date = showDate(facts.date, say.language);
  return say(`web.f.error.${error.error}`, facts);
}

function nameOf(field: Field, option: string, brand: Brand, say: Say): string | null {
  if (field.name === 'termMonths') return say('web.f.termMonths.months', { count: Number(option) });
  if (field.name !== 'product') return null;
  return brand.products.find((product) => product.id === option)?.name[say.language] ?? option;
}
