/**
 * Runs inside a page or frame: serialised as it stands, so it may use nothing from outside its own body. Reads what a person sees
 * and could press, and changes nothing. Values of secret fields are never looked at, only whether there is one.
 */
import type { Control, PageSnapshot } from '../../domain/online/types.ts';

export type FrameReading = Omit<PageSnapshot, 'unreadFrames'>;

export interface FrameRead {
  reading: FrameReading;
  /** Place in this list: the number in a control's id. */
  elements: Element[];
}

/* biome-ignore-start lint/complexity/noExcessiveCognitiveComplexity: it has to be one self-contained function to be sent into a page. */
export function readFrame(frame: number): FrameRead {
  const MOST_CONTROLS = 1500;
  const MATTERS =
    /cancel|disconnect|deactivat|terminat|close|manage|account|\bline\b|confirm|continue|submit|baja|cuenta|l[ií]nea|confirmar|注销|註銷|取消|销户|管理|账户|确认|提交/i;
  const MOST_TEXT = 60_000;
  const CONTEXT = 400;
  const elements: Element[] = [];
  const controls: Control[] = [];
  const headings: { level: number; text: string }[] = [];
  const fold = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
  const view = window;
  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (element: Element): CSSStyleDeclaration => {
    const known = styles.get(element);
    if (known) return known;
    const style = view.getComputedStyle(element);
    styles.set(element, style);
    return style;
  };
  const parentOf = (node: Node): Element | null => {
    const slot = (node as Element).assignedSlot;
    if (slot) return slot;
    const parent = node.parentNode;
    return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
  };
  const INPUTS = /^(text|email|tel|number|password|url|search|date|datetime-local|month|week|time|)$/;
  const IMPLIED: Record<string, string> = {
    A: 'link',
    AREA: 'link',
    BUTTON: 'button',
    SUMMARY: 'button',
    SELECT: 'combobox',
    TEXTAREA: 'textbox',
    OPTION: 'option',
  };
  const ROLES =
    /^(button|link|menuitem|menuitemradio|menuitemcheckbox|tab|radio|checkbox|switch|option|combobox|listbox|textbox|searchbox|spinbutton|treeitem)$/;
  const roleOf = (element: Element): string | null => {
    const own = fold(element.getAttribute('role')).split(' ')[0] ?? '';
    if (ROLES.test(own)) return own;
    if (element instanceof HTMLInputElement) {
      const { type } = element;
      if (/^(button|submit|reset|image)$/.test(type)) return 'button';
      if (type === 'radio' || type === 'checkbox') return type;
      if (type === 'search') return 'searchbox';
      if (type === 'number') return 'spinbutton';
      return INPUTS.test(type) ? 'textbox' : null;
    }
    if (element.tagName === 'A' && !element.hasAttribute('href') && !element.hasAttribute('onclick')) return null;
    const implied = IMPLIED[element.tagName];
    if (implied) return implied;
    if (element instanceof HTMLElement && element.isContentEditable && element.getAttribute('contenteditable') !== null)
      return 'textbox';
    return null;
  };
  const SECRET =
    /passw|passcode|\bpin\b|otp|one.?time|verification|security.?code|cvv|cvc|card.?number|\bcode\b|ssn|social.?security|secret|contrase|clave|c[oó]digo|密码|密碼|验证码|驗證碼|校验码|卡号|安全码/i;
  const NOT_SECRET = /zip|postal|promo|coupon|area.?code|country|discount|邮编|优惠码/i;
  const isSecret = (element: Element, name: string): boolean => {
    if (!(element instanceof HTMLInputElement)) return false;
    if (element.type === 'password') return true;
    if (!INPUTS.test(element.type) || /^(date|email|url|search)$/.test(element.type)) return false;
    const auto = element.autocomplete ?? '';
    if (/one-time-code|password|cc-|current-|new-/.test(auto)) return true;
    const words = `${name} ${element.name} ${element.id} ${element.placeholder}`.replace(/[_-]/g, ' ');
    return SECRET.test(words) && !NOT_SECRET.test(words);
  };
  const byIds = (element: Element, ids: string | null): string =>
    fold(
      (ids ?? '')
        .split(/\s+/)
        .map((id) =>
          id ? ((element.getRootNode() as Document | ShadowRoot).getElementById?.(id)?.textContent ?? '') : '',
        )
        .join(' '),
    );
  const textOf = (element: Element, most = 300): string => {
    let out = '';
    const walk = (node: Node): void => {
      if (out.length > most) return;
      if (node.nodeType === 3) {
        out += node.nodeValue;
        return;
      }
      if (node.nodeType !== 1) return;
      const own = node as Element;
      if (
        /^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT)$/.test(own.tagName) ||
        own.getAttribute('aria-hidden') === 'true' ||
        (own as HTMLElement).hidden
      )
        return;
      if (own.tagName === 'IMG') out += ` ${own.getAttribute('alt') ?? ''} `;
      if (own.tagName === 'SELECT' || own.tagName === 'TEXTAREA') return;
      const label = own === element ? null : own.getAttribute('aria-label');
      if (label) {
        out += ` ${label} `;
        return;
      }
      if (own.tagName === 'SLOT') {
        const assigned = (own as HTMLSlotElement).assignedNodes();
        for (const child of assigned.length > 0 ? assigned : own.childNodes) walk(child);
        return;
      }
      for (const child of (own.shadowRoot ?? own).childNodes) walk(child);
      out += ' ';
    };
    walk(element);
    return fold(out).slice(0, most);
  };
  const nameOf = (element: Element, role: string): string => {
    const labelled = byIds(element, element.getAttribute('aria-labelledby'));
    if (labelled) return labelled;
    const aria = fold(element.getAttribute('aria-label'));
    if (aria) return aria;
    if (
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement
    ) {
      if (element instanceof HTMLInputElement && /^(button|submit|reset)$/.test(element.type)) {
        return fold(element.value) || (element.type === 'submit' ? 'Submit' : element.type === 'reset' ? 'Reset' : '');
      }
      const label = fold([...(element.labels ?? [])].map((own) => textOf(own)).join(' '));
      if (label) return label;
      const beside =
        role === 'radio' || role === 'checkbox'
          ? fold(element.nextSibling?.textContent) || fold(element.parentElement?.textContent).slice(0, 160)
          : '';
      return (
        beside ||
        fold(element.getAttribute('title')) ||
        fold(element.getAttribute('placeholder')) ||
        fold(element.getAttribute('alt'))
      );
    }
    const text = textOf(element);
    return text || fold(element.getAttribute('title')) || fold(element.querySelector('svg title')?.textContent);
  };
  const shown = (element: Element): boolean => {
    for (let own: Element | null = element; own; own = parentOf(own)) {
      const style = styleOf(own);
      if (style.display === 'none' || Number(style.opacity) === 0 || own.hasAttribute('inert')) return false;
      if (own === element && (style.visibility === 'hidden' || style.visibility === 'collapse')) return false;
      if (own.getAttribute('aria-hidden') === 'true' && own !== element && style.display === 'none') return false;
      const details = parentOf(own);
      if (details?.tagName === 'DETAILS' && !(details as HTMLDetailsElement).open && own.tagName !== 'SUMMARY')
        return false;
    }
    return true;
  };
  const boxOf = (element: Element): { x: number; y: number; width: number; height: number } | null => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 ? { x, y, width, height } : null;
  };
  /** A box folded to nothing hides what is in it. */
  const clipped = (element: Element): boolean => {
    for (let own = parentOf(element), depth = 0; own && depth < 12; own = parentOf(own), depth += 1) {
      const { overflowX, overflowY } = styleOf(own);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      if (own.clientHeight < 2 || own.clientWidth < 2) return own !== document.documentElement && own !== document.body;
    }
    return false;
  };
  let looked = 0;
  /** Something else lies over its middle, where that is in sight. */
  const covered = (element: Element, box: { x: number; y: number; width: number; height: number }): boolean => {
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    if (x < 0 || y < 0 || x >= width || y >= height || looked > 400) return false;
    looked += 1;
    const top = document.elementFromPoint(x, y);
    if (!top || top.hasAttribute('data-simoff') || top.contains(element) || element.contains(top)) return false;
    for (let own: Element | null = element; own; own = parentOf(own)) if (own === top) return false;
    for (let own: Element | null = top; own; own = parentOf(own)) if (own === element) return false;
    const label = element.closest('label');
    if (label?.contains(top)) return false;
    const over = top.getBoundingClientRect();
    // A strip at the edge scrolls away; a sheet over the page does not.
    return over.width >= width * 0.6 && over.height >= height * 0.5 && /^(fixed|absolute)$/.test(nearestPosition(top));
  };
  const nearestPosition = (element: Element): string => {
    for (let own: Element | null = element; own; own = parentOf(own)) {
      const { position } = styleOf(own);
      if (position === 'fixed' || position === 'absolute') return position;
    }
    return 'static';
  };
  const isDialog = (element: Element): boolean => {
    const role = element.getAttribute('role');
    if (role === 'dialog' || role === 'alertdialog' || element.getAttribute('aria-modal') === 'true') return true;
    return element.tagName === 'DIALOG' && (element as HTMLDialogElement).open;
  };
  const width = view.innerWidth;
  const height = view.innerHeight;
  const overlays = new Map<Element, boolean>();
  /** A box that lies over most of the window, as a dialog does that nothing marks as one. */
  const isOverlay = (element: Element): boolean => {
    const known = overlays.get(element);
    if (known !== undefined) return known;
    const { position, zIndex } = styleOf(element);
    let result = false;
    if (position === 'fixed' && Number(zIndex) > 0) {
      const box = element.getBoundingClientRect();
      result = box.width >= width * 0.9 && box.height >= height * 0.9;
    }
    overlays.set(element, result);
    return result;
  };
  const regionOf = (element: Element): Control['region'] => {
    for (let own: Element | null = element; own; own = parentOf(own)) {
      if (isDialog(own) || isOverlay(own)) return 'dialog';
      const role = own.getAttribute('role');
      const tag = own.tagName;
      if (tag === 'NAV' || role === 'navigation' || role === 'menubar') return 'nav';
      if (tag === 'MAIN' || role === 'main') return 'main';
      if (tag === 'ASIDE' || role === 'complementary') return 'aside';
      if (tag === 'FOOTER' || role === 'contentinfo' || /^(footer|site-?foot)/i.test(own.id)) return 'footer';
      if ((tag === 'HEADER' && !own.closest('article,section,main')) || role === 'banner') return 'header';
    }
    return 'unknown';
  };
  const HEADING = /^H[1-6]$/;
  const isHeading = (element: Element): boolean =>
    HEADING.test(element.tagName) ||
    element.getAttribute('role') === 'heading' ||
    element.tagName === 'LEGEND' ||
    element.tagName === 'CAPTION';
  /** Headings of the boxes around it, the nearest first. */
  const headingsOf = (element: Element): string[] => {
    const found: string[] = [];
    let child: Element = element;
    for (
      let own = parentOf(element), depth = 0;
      own && depth < 14 && found.length < 3;
      child = own, own = parentOf(own), depth += 1
    ) {
      if (isHeading(own)) {
        found.push(textOf(own, 160));
        continue;
      }
      const label = own.getAttribute('aria-label') || byIds(own, own.getAttribute('aria-labelledby'));
      let heading = '';
      let steps = 0;
      for (
        let sibling = child.previousElementSibling;
        sibling && !heading && steps < 12;
        sibling = sibling.previousElementSibling
      ) {
        steps += 1;
        if (isHeading(sibling)) heading = textOf(sibling, 160);
        else if (sibling.children.length > 0 && sibling.children.length < 8) {
          const inner = sibling.querySelector('h1,h2,h3,h4,h5,h6,legend,[role=heading]');
          if (inner) heading = textOf(inner, 160);
        }
      }
      if (heading) found.push(heading);
      else if (label) found.push(fold(label));
    }
    return found;
  };
  const contexts = new Map<Element, string>();
  /** The text of the smallest box around it that says more than it does itself. */
  const contextOf = (element: Element, own: string): string => {
    let last = '';
    for (let box = parentOf(element), depth = 0; box && depth < 9; box = parentOf(box), depth += 1) {
      let text = contexts.get(box);
      if (text === undefined) {
        text = textOf(box, CONTEXT + 200);
        contexts.set(box, text);
      }
      if (text.length > CONTEXT + 100) break;
      last = text;
      if (text.length > own.length + 8) break;
    }
    return last.slice(0, CONTEXT);
  };
  const NUMBERED = /\d{4}(?!\d)/;
  const rowOf = (element: Element): string => {
    for (let box = parentOf(element), depth = 0; box && depth < 9; box = parentOf(box), depth += 1) {
      let text = contexts.get(box);
      if (text === undefined) {
        text = textOf(box, CONTEXT + 200);
        contexts.set(box, text);
      }
      if (text.length > CONTEXT + 100) return '';
      if (NUMBERED.test(text)) return text;
    }
    return '';
  };
  const groups = new Map<Element | string, string>();
  const groupOf = (element: Element, role: string): string | null => {
    if (element instanceof HTMLInputElement && element.type === 'radio' && element.name)
      return `${frame} ${element.name}`;
    if (!/^(radio|option|menuitemradio)$/.test(role)) return null;
    const box =
      element.closest('[role=radiogroup],[role=listbox],[role=menu],fieldset,select,form') ?? element.parentElement;
    if (!box) return null;
    const known = groups.get(box) ?? `${frame} group ${groups.size}`;
    groups.set(box, known);
    return known;
  };
  const checkedOf = (element: Element): boolean | null => {
    if (element instanceof HTMLInputElement && /^(radio|checkbox)$/.test(element.type)) return element.checked;
    if (element instanceof HTMLOptionElement) return element.selected;
    const aria = element.getAttribute('aria-checked') ?? element.getAttribute('aria-selected');
    return aria === null ? null : aria === 'true';
  };
  const heldBy = (element: Element, secret: boolean): string | null => {
    if (secret) return null;
    if (element instanceof HTMLSelectElement) return fold(element.selectedOptions[0]?.textContent);
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
      return element.value.slice(0, 200);
    return element.getAttribute('role') === 'combobox' ? fold(element.textContent).slice(0, 200) : null;
  };
  const add = (element: Element, role: string): void => {
    // On a very long page only what may matter is read on.
    if (
      controls.length >= MOST_CONTROLS &&
      !(controls.length < MOST_CONTROLS * 2 && MATTERS.test((element.textContent ?? '').slice(0, 200)))
    )
      return;
    // A label or a row stands in for a check box that is drawn by hand.
    const hiddenChoice = element instanceof HTMLInputElement && /^(radio|checkbox)$/.test(element.type);
    const stand = hiddenChoice ? (element.labels?.[0] ?? element) : element;
    const box = boxOf(element) ?? (hiddenChoice ? boxOf(stand) : null);
    const visible =
      box !== null &&
      (shown(element) || (hiddenChoice && stand !== element && shown(stand))) &&
      box.x + box.width > 0 &&
      box.x < width &&
      box.y + box.height + view.scrollY > 0 &&
      !clipped(element) &&
      !covered(stand, box);
    if (!visible && !(element instanceof HTMLInputElement && element.type === 'password')) return;
    const name = nameOf(element, role);
    const text =
      element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement ? '' : textOf(element, 200);
    const secret = isSecret(element, name);
    const input = element instanceof HTMLInputElement ? element : null;
    const expanded =
      element.getAttribute('aria-expanded') ??
      (element.tagName === 'SUMMARY' ? String((element.parentElement as HTMLDetailsElement)?.open ?? false) : null);
    const disabled =
      (element as HTMLButtonElement).disabled === true ||
      element.getAttribute('aria-disabled') === 'true' ||
      element.closest('fieldset[disabled]') !== null ||
      styleOf(element).pointerEvents === 'none';
    controls.push({
      id: `${frame}:${elements.length}`,
      role,
      name,
      text,
      inputType: input ? input.type : null,
      autocomplete: input ? input.autocomplete || null : null,
      href: element instanceof HTMLAnchorElement ? element.getAttribute('href') : null,
      region: regionOf(element),
      headings: headingsOf(element),
      context: contextOf(element, name),
      row: rowOf(element),
      visible,
      enabled: !disabled,
      checked: checkedOf(element),
      expanded: expanded === null ? null : expanded === 'true',
      value: heldBy(element, secret),
      filled: input || element instanceof HTMLTextAreaElement ? (element as HTMLInputElement).value !== '' : false,
      required: element.hasAttribute('required') || element.getAttribute('aria-required') === 'true',
      group: groupOf(element, role),
      secret,
      box,
      frame,
      order: frame * 1_000_000 + controls.length,
    });
    elements.push(element);
  };
  const isPlainPress = (element: Element): boolean => {
    if (element.hasAttribute('onclick')) return true;
    const tabbed = element.getAttribute('tabindex') !== null && element.getAttribute('tabindex') !== '-1';
    if (
      !tabbed &&
      !/^(DIV|SPAN|LI|A|P|TD|TR|B|I|STRONG|IMG|SVG|LABEL)$/i.test(element.tagName) &&
      !element.tagName.includes('-')
    )
      return false;
    if (styleOf(element).cursor !== 'pointer') return false;
    const parent = parentOf(element);
    return tabbed || parent === null || styleOf(parent).cursor !== 'pointer';
  };
  let text = '';
  const BLOCK = /^(block|flex|grid|table|table-row|list-item|flow-root|table-caption)$/;
  /** Pressable things inside a pressable thing are themselves only. */
  const walk = (node: Node, inPress: boolean): void => {
    if (node.nodeType === 3) {
      if (text.length < MOST_TEXT) text += (node.nodeValue ?? '').replace(/\s+/g, ' ');
      return;
    }
    if (node.nodeType !== 1) return;
    const element = node as Element;
    if (/^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT|HEAD|LINK|META)$/.test(element.tagName)) return;
    const style = styleOf(element);
    if (style.display === 'none' && element.tagName !== 'OPTION') return;
    if (Number(style.opacity) === 0 && element.tagName !== 'INPUT') return;
    if (style.visibility === 'hidden' && !/^(INPUT)$/.test(element.tagName) && element.children.length === 0) return;
    if (isHeading(element)) {
      const level = Number(/^H(\d)$/.exec(element.tagName)?.[1] ?? element.getAttribute('aria-level') ?? 2);
      const own = textOf(element, 200);
      if (own && element.tagName !== 'LEGEND' && shown(element)) headings.push({ level, text: own });
    }
    const role = roleOf(element);
    const press = role !== null && element.tagName !== 'OPTION';
    if (press) add(element, role);
    const plain =
      !press &&
      !inPress &&
      isPlainPress(element) &&
      !element.querySelector('a[href],button,input,select,[role=button],[role=link]');
    if (plain) add(element, 'button');
    const block = BLOCK.test(style.display) || element.tagName === 'BR';
    if (block) text += '\n';
    if (element.tagName === 'TEXTAREA') return;
    if (element.tagName === 'SELECT') {
      text += ` ${fold((element as HTMLSelectElement).selectedOptions[0]?.textContent)} `;
      return;
    }
    if (element.tagName === 'IMG') text += ` ${element.getAttribute('alt') ?? ''} `;
    if (element.tagName === 'DETAILS' && !(element as HTMLDetailsElement).open) {
      for (const child of element.children) if (child.tagName === 'SUMMARY') walk(child, inPress);
    } else if (element.tagName === 'SLOT') {
      const assigned = (element as HTMLSlotElement).assignedNodes();
      for (const child of assigned.length > 0 ? assigned : element.childNodes) walk(child, inPress || press || plain);
    } else for (const child of (element.shadowRoot ?? element).childNodes) walk(child, inPress || press || plain);
    if (block) text += '\n';
    else if (element.tagName === 'TD' || element.tagName === 'TH') text += ' ';
  };
  walk(document.body ?? document.documentElement, false);
  const dialogs = controls.filter(({ region, visible }) => region === 'dialog' && visible);
  const loading =
    document.readyState === 'loading' || document.querySelector('[aria-busy=true],[role=progressbar]') !== null;
  return {
    reading: {
      url: location.href,
      title: document.title,
      lang: document.documentElement.lang || null,
      text: text
        .split('\n')
        .map((row) => row.replace(/[^\S\n]+/g, ' ').trim())
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim()
        .slice(0, MOST_TEXT),
      headings,
      controls,
      modal: dialogs.length > 0,
      busy: loading,
    },
    elements,
  };
}
/* biome-ignore-end lint/complexity/noExcessiveCognitiveComplexity: see above */

/** What the frames of a page show together, the page itself first. */
export function mergeFrames(readings: readonly FrameReading[], unreadFrames: readonly string[]): PageSnapshot {
  const [page, ...rest] = readings;
  const first: FrameReading = page ?? {
    url: 'about:blank',
    title: '',
    lang: null,
    text: '',
    headings: [],
    controls: [],
    modal: false,
    busy: true,
  };
  return {
    ...first,
    text: [first.text, ...rest.map(({ text }) => text)].join('\n\n'),
    headings: readings.flatMap(({ headings }) => headings),
    controls: readings.flatMap(({ controls }) => controls),
    modal: readings.some(({ modal }) => modal),
    busy: readings.some(({ busy }) => busy),
    unreadFrames,
  };
}
