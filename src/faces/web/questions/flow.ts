/** Which questions matter for this line, and where a person stands among them. Pure. */
import type { Brand, Product } from '../../../domain/catalog/schema.ts';
import type { Answers } from '../state/draft.ts';
import type { Field } from './fields.ts';
import { type About, QUESTION_IDS, QUESTIONS, type Question } from './list.ts';

/** The product the answers name, else the brand's first (as the plan takes it too). */
export function productOf(brand: Brand, answers: Answers): Product {
  const chosen = brand.products.find((product) => product.id === answers.product) ?? brand.products[0];
  if (!chosen) throw new RangeError('a brand has a product');
  return chosen;
}

/** The questions that matter with these answers, in order. */
export function questionsFor(brand: Brand, answers: Answers): Question[] {
  const about: About = { brand, product: productOf(brand, answers), answers };
  return QUESTION_IDS.filter((id) => QUESTIONS[id].applies?.(about) ?? true).map((id) => ({
    id,
    fields: QUESTIONS[id].fields(about),
  }));
}

/** The first question not yet answered, the last one where all are. */
export function firstOpen(questions: readonly Question[], answers: Answers): Question | undefined {
  return questions.find((question) => !isAnswered(question, answers)) ?? questions.at(-1);
}

/** Whether a question was answered, "I don't know" included. */
export function isAnswered(question: Question, answers: Answers): boolean {
  const [first] = question.fields;
  return first !== undefined && answers[first.name] !== undefined;
}

/** The fields of a question that are asked with these answers. */
export function shownFields(question: Question, answers: Answers): Field[] {
  return question.fields.filter((field) => field.when?.(answers) ?? true);
}

/** "I don't know" to all of a question. */
export function unknownTo(question: Question): Answers {
  return Object.fromEntries(question.fields.map((field) => [field.name, null]));
}
