import type { ReactNode } from 'react';
import type { DecideView, QuestionView } from '../../../app/decide.ts';
import { showUsd } from '../format.ts';
import { useSay } from '../language.tsx';
import { Copy } from '../parts/copy.tsx';
import type { QuestionId } from '../questions/list.ts';
import { linkTo } from '../router.ts';

/** Where a question to the user is answered; the rest is for others. */
const ASKED_ON: Partial<Record<QuestionView['code'], QuestionId>> = {
  'number-keep': 'keep',
  'which-product': 'product',
  'service-until': 'until',
  'monthly-price': 'price',
  'billing-cycle': 'cycle',
  'term-length': 'term',
  installments: 'installments',
  'installment-monthly': 'installments',
  'lines-on-account': 'lines',
  'service-commitment': 'commitment',
  autopay: 'autopay',
  'where-you-are': 'place',
};

/** Questions for the carrier, the most valuable first, ready to be copied; what only the user knows links to its question. */
export function Ask({ view }: { view: DecideView }): ReactNode {
  const say = useSay();
  const others = view.questionsForCarrier.filter((question) => question.for !== 'you');
  const own = view.questionsForCarrier.filter((question) => question.for === 'you');
  return (
    <>
      {others.length > 0 && (
        <>
          <ol className="asks">
            {others.map((question) => (
              <li key={question.code + question.question}>
                {question.question} <Worth usd={question.worthUsd} />
              </li>
            ))}
          </ol>
          <Copy
            text={others.map((question, index) => `${index + 1}. ${question.question}`).join('\n')}
            label={say('web.plan.copy')}
          />
        </>
      )}
      {own.length > 0 && (
        <>
          <h3>{say('web.plan.askYou')}</h3>
          <ul className="asks">
            {own.map((question) => {
              const page = ASKED_ON[question.code];
              return (
                <li key={question.code}>
                  {question.question} <Worth usd={question.worthUsd} />{' '}
                  {page && (
                    <a
                      href={linkTo({ page: 'questions', question: page })}
                      aria-label={say('web.plan.answerTo', { question: question.question })}
                    >
                      {say('web.plan.answer')}
                    </a>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </>
  );
}

function Worth({ usd }: { usd: string | null }): ReactNode {
  const say = useSay();
  if (usd === null || Number(usd) === 0) return null;
  return <span className="worth">{say('web.plan.worth', { usd: showUsd(usd, say.language) })}</span>;
}
