import type { DecideView, OptionView } from '../../../app/decide.ts';
import type { Say } from '../../../locale/say.ts';

type Named = Pick<OptionView, 'kind' | 'target' | 'targetName'>;

/** "Cancel", "Move the number to Google Voice". */
export function optionName(option: Named, say: Say): string {
  if (option.kind !== 'port-out') return say(`web.option.${option.kind}`);
  return say('web.option.port-out', { target: option.targetName ?? option.target ?? '' });
}

/** "Acme, Plan"; only the product where its name begins with the brand's. */
export function lineName(view: Pick<DecideView, 'carrierName' | 'productName'>, say: Say): string {
  const { carrierName, productName } = view;
  const [firstWord = carrierName] = carrierName.split(/[\s（(]/);
  return productName.startsWith(firstWord)
    ? productName
    : say('web.plan.for', { brand: carrierName, product: productName });
}
