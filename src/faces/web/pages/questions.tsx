import { type ReactNode, useEffect, useId } from 'react';
import type { Brand } from '../../../domain/catalog/schema.ts';
import { catalog } from '../catalog.ts';
import { ownZone, todayIn } from '../clock.ts';
import { useSay } from '../language.tsx';
import { Busy } from '../parts/busy.tsx';
import { useLoaded } from '../parts/loaded.ts';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { firstOpen, questionsFor } from '../questions/flow.ts';
import type { Question } from '../questions/list.ts';
import { QuestionForm } from '../questions/question-form.tsx';
import { go, linkTo } from '../router.ts';
import { type Answers, readDraft, saveAnswers, useDraft } from '../state/draft.ts';
import { NoBrand } from './no-brand.tsx';

/** The situation, one question at a time. The address names the question, so that the browser's back button works. */
export function QuestionsPage({ question }: { question: string | null }): ReactNode {
  const say = useSay();
  const { carrier } = useDraft();
  const brand = useLoaded(`brand/${carrier}`, async () => (carrier === null ? null : catalog.brand(carrier)));

  if (brand.state === 'busy') return <Busy>{say('web.busy.catalog')}</Busy>;
  if (brand.state === 'failed') return <Problem error={brand.error} again={brand.again} />;
  if (!brand.value) return <NoBrand />;
  return <OneQuestion brand={brand.value} wanted={question} />;
}

function OneQuestion({ brand, wanted }: { brand: Brand; wanted: string | null }): ReactNode {
  const say = useSay();
  const headingId = useId();
  const { answers } = useDraft();
  const questions = questionsFor(brand, answers);
  const question = questions.find((own) => own.id === wanted);
  const open = firstOpen(questions, answers);

  useEffect(() => {
    if (!question && open) window.location.replace(linkTo({ page: 'questions', question: open.id }));
  }, [question, open]);

  if (!question) return <Busy>{say('web.busy.page')}</Busy>;
  const at = questions.indexOf(question);
  const before = questions[at - 1];
  const zone = ownZone();

  return (
    <Page name={`questions/${question.id}`} title={say(`web.q.${question.id}`)} headingId={headingId}>
      <div className="progress">
        <progress value={at + 1} max={questions.length} aria-label={say('web.q.progressLabel')} />
        <span>{say('web.q.progress', { at: at + 1, of: questions.length, brand: brand.name[say.language] })}</span>
      </div>
      <p className="why-asked">{say(`web.q.${question.id}.why`)}</p>
      <QuestionForm
        key={question.id}
        question={question}
        brand={brand}
        answers={answers}
        today={todayIn(zone)}
        zone={zone}
        headingId={headingId}
        back={linkTo(before ? { page: 'questions', question: before.id } : { page: 'start' })}
        onAnswer={(given) => answer(brand, question, given)}
      />
      <p className="soft question-foot">
        {say('web.q.kept')} <a href={linkTo({ page: 'plan' })}>{say('web.q.skip')}</a>
      </p>
    </Page>
  );
}

/** Keeps the answer and goes on: an answer can add or remove later questions. */
function answer(brand: Brand, question: Question, given: Answers): void {
  saveAnswers(given);
  const questions = questionsFor(brand, readDraft().answers);
  const next = questions[questions.findIndex((own) => own.id === question.id) + 1];
  go(next ? { page: 'questions', question: next.id } : { page: 'plan' });
}
