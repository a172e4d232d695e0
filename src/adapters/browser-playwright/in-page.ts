/** Pieces that run inside the carrier's page. Each is serialised as it stands and may use nothing from outside its own body. */

/** What a page tells: something changed, something was pressed, something secret was typed (its length and a hash only). */
export type Told =
  | { what: 'change' }
  | { what: 'click'; label: string }
  | { what: 'secret'; length: number; hash: number };

/** Listens from the first moment of a document. `name`: the function that tells; it is taken out of the page's sight at once. */
export function listen(name: string): void {
  const own = window as unknown as Record<string, ((told: unknown) => unknown) | undefined>;
  const tell = own[name];
  const mark = Symbol.for(name);
  if (!tell || (document as unknown as Record<symbol, boolean>)[mark]) return;
  (document as unknown as Record<symbol, boolean>)[mark] = true;
  delete own[name];
  let waiting = false;
  const changed = (): void => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      tell({ what: 'change' });
    }, 80);
  };
  const hash = (text: string): number => {
    let a = 0xdeadbeef;
    let b = 0x41c6ce57;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      a = Math.imul(a ^ code, 2654435761);
      b = Math.imul(b ^ code, 1597334677);
    }
    return 4294967296 * (2097151 & (b ^ (b >>> 15))) + ((a ^ (a >>> 13)) >>> 0);
  };
  const SECRET =
    /passw|passcode|\bpin\b|otp|one.?time|verification|security|cvv|cvc|card|\bcode\b|ssn|secret|contrase|clave|c[oó]digo|密码|密碼|验证码|驗證碼|卡号/i;
  const typed = (event: Event): void => {
    const field = event.composedPath()[0];
    if (field instanceof HTMLInputElement) {
      const words =
        `${field.name} ${field.id} ${field.placeholder} ${field.autocomplete} ${field.getAttribute('aria-label') ?? ''} ${[...(field.labels ?? [])].map((own) => own.textContent).join(' ')}`.replace(
          /[_-]/g,
          ' ',
        );
      const secret = field.type === 'password' || SECRET.test(words);
      if (secret && field.value.length > 2)
        tell({ what: 'secret', length: field.value.length, hash: hash(field.value) });
    }
    changed();
  };
  const pressed = (event: Event): void => {
    const path = event.composedPath().filter((node): node is Element => node instanceof Element);
    const control =
      path.find((node) => node.matches('a,button,input,summary,label,[role],[onclick],[tabindex]')) ?? path[0];
    const label = (
      control?.getAttribute('aria-label') ||
      control?.textContent ||
      (control as HTMLInputElement | undefined)?.value ||
      ''
    )
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 120);
    const secret = control instanceof HTMLInputElement && !/^(button|submit|radio|checkbox)$/.test(control.type);
    tell({ what: 'click', label: secret ? '' : label });
    changed();
  };
  const options = { capture: true, passive: true };
  for (const type of ['input', 'change']) addEventListener(type, typed, options);
  addEventListener('click', pressed, options);
  for (const type of ['load', 'DOMContentLoaded', 'popstate', 'hashchange', 'pageshow', 'toggle', 'transitionend'])
    addEventListener(type, changed, options);
  const watch = (): void => {
    new MutationObserver((all) => {
      if (all.some(({ target }) => !(target as Element).hasAttribute?.('data-simoff'))) changed();
    }).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: [
        'class',
        'style',
        'hidden',
        'open',
        'disabled',
        'aria-expanded',
        'aria-hidden',
        'aria-checked',
        'aria-selected',
        'aria-busy',
        'inert',
      ],
    });
  };
  watch();
  changed();
}

export interface OverlayView {
  panel: {
    step: string;
    sentence: string;
    traps: readonly string[];
    title: string;
    stop: string;
    fold: string;
    language: string;
  } | null;
}

export interface Overlay {
  show(view: OverlayView, elements: readonly Element[]): void;
  hide(hidden: boolean): void;
  stopped(): boolean;
}

/** The panel and the outlines, out of reach of the page: in a closed shadow tree, without a style sheet a policy could forbid. */
export function makeOverlay(): Overlay {
  const host = document.createElement('div');
  host.setAttribute('data-simoff', '');
  host.style.cssText = 'all:initial;position:fixed;inset:0;z-index:2147483647;pointer-events:none;display:block';
  const root = host.attachShadow({ mode: 'closed' });
  let outlined: readonly Element[] = [];
  let stop = false;
  let folded = false;
  const css = (element: HTMLElement, text: string): void => {
    element.style.cssText = text;
  };
  const boxes: HTMLElement[] = [];
  const place = (): void => {
    while (boxes.length < outlined.length) {
      const box = document.createElement('div');
      css(
        box,
        'position:fixed;box-sizing:border-box;border:4px solid #c2410c;border-radius:6px;box-shadow:0 0 0 3px #fff;pointer-events:none',
      );
      boxes.push(box);
      root.append(box);
    }
    boxes.forEach((box, at) => {
      const element = outlined[at];
      const rect = element?.isConnected ? element.getBoundingClientRect() : null;
      box.style.display = rect && rect.width > 0 ? 'block' : 'none';
      if (!rect) return;
      box.style.left = `${rect.left - 7}px`;
      box.style.top = `${rect.top - 7}px`;
      box.style.width = `${rect.width + 14}px`;
      box.style.height = `${rect.height + 14}px`;
    });
    const first = outlined[0]?.getBoundingClientRect();
    if (panel.isConnected && first) {
      const under =
        first.bottom > innerHeight - panel.offsetHeight - 40 && first.right > innerWidth - panel.offsetWidth - 40;
      panel.style.bottom = under ? 'auto' : '16px';
      panel.style.top = under ? '16px' : 'auto';
    }
    if (host.isConnected) requestAnimationFrame(place);
  };
  const panel = document.createElement('section');
  css(
    panel,
    'position:fixed;right:16px;bottom:16px;width:min(340px,calc(100vw - 32px));box-sizing:border-box;padding:14px 16px;background:#0d4f4a;color:#fff;font:15px/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;border-radius:10px;box-shadow:0 6px 24px rgba(0,0,0,.35);pointer-events:auto',
  );
  const part = (tag: string, text: string, style: string): HTMLElement => {
    const element = document.createElement(tag);
    element.textContent = text;
    css(element, style);
    panel.append(element);
    return element;
  };
  const button = (label: string, act: () => void): void => {
    const element = part(
      'button',
      label,
      'font:inherit;margin:10px 8px 0 0;padding:6px 12px;border:1px solid #cfe3de;border-radius:6px;background:transparent;color:#fff;cursor:pointer',
    );
    element.setAttribute('type', 'button');
    element.addEventListener('click', (event) => {
      event.stopPropagation();
      if (event.isTrusted) act();
    });
  };
  const draw = (view: OverlayView): void => {
    panel.replaceChildren();
    if (!view.panel) {
      panel.remove();
      return;
    }
    const { step, sentence, traps, title, stop: stopping, fold, language } = view.panel;
    panel.setAttribute('lang', language);
    panel.setAttribute('role', 'region');
    panel.setAttribute('aria-label', title);
    part('p', `${title} · ${step}`, 'margin:0;font-size:13px;opacity:.85');
    if (!folded) {
      const said = part('p', sentence, 'margin:6px 0 0;font-size:17px;font-weight:600');
      said.setAttribute('role', 'status');
      for (const trap of traps)
        part('p', trap, 'margin:8px 0 0;padding-left:10px;border-left:3px solid #f2c666;font-size:14px');
    }
    button(fold, () => {
      folded = !folded;
      draw(view);
    });
    button(stopping, () => {
      stop = true;
    });
    root.append(panel);
  };
  return {
    show: (view, elements) => {
      outlined = elements;
      draw(view);
      if (!host.isConnected) {
        (document.body ?? document.documentElement).append(host);
        requestAnimationFrame(place);
      }
      // A dialog of the browser's own layer would lie over the panel.
      if (document.querySelector('dialog:modal') && typeof host.showPopover === 'function') {
        host.setAttribute('popover', 'manual');
        host.showPopover();
      }
    },
    hide: (hidden) => {
      host.style.display = hidden ? 'none' : 'block';
    },
    stopped: () => stop,
  };
}

/** Blanks what must not be seen on a picture; gives what undoes it. `secrets`: length and hash of what was typed as secret. */
export function blank({ secrets }: { secrets: readonly { length: number; hash: number }[] }): () => void {
  const hash = (text: string): number => {
    let a = 0xdeadbeef;
    let b = 0x41c6ce57;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      a = Math.imul(a ^ code, 2654435761);
      b = Math.imul(b ^ code, 1597334677);
    }
    return 4294967296 * (2097151 & (b ^ (b >>> 15))) + ((a ^ (a >>> 13)) >>> 0);
  };
  const holds = (text: string): boolean =>
    secrets.some(({ length, hash: wanted }) => {
      for (let at = 0; at + length <= text.length; at += 1)
        if (hash(text.slice(at, at + length)) === wanted) return true;
      return false;
    }) || /\b\d(?:[ -]?\d){12,18}\b/.test(text);
  const undo: (() => void)[] = [];
  const cover = (element: HTMLElement | SVGElement): void => {
    const before = element.getAttribute('style');
    element.style.setProperty('color', 'transparent', 'important');
    element.style.setProperty('-webkit-text-fill-color', 'transparent', 'important');
    element.style.setProperty('text-shadow', 'none', 'important');
    element.style.setProperty('background', '#000', 'important');
    undo.push(() => (before === null ? element.removeAttribute('style') : element.setAttribute('style', before)));
  };
  const SECRET =
    /passw|passcode|\bpin\b|otp|one.?time|verification|security|cvv|cvc|card|\bcode\b|ssn|secret|contrase|clave|c[oó]digo|密码|密碼|验证码|驗證碼|卡号/i;
  const walk = (node: Node): void => {
    if (node.nodeType === 3) {
      const parent = node.parentElement;
      if (parent && holds(node.nodeValue ?? '')) cover(parent);
      return;
    }
    if (!(node instanceof Element) && !(node instanceof ShadowRoot) && !(node instanceof Document)) return;
    if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) {
      const words =
        `${node.name} ${node.id} ${node.placeholder} ${node.autocomplete} ${node.getAttribute('aria-label') ?? ''} ${[...(node.labels ?? [])].map((own) => own.textContent).join(' ')}`.replace(
          /[_-]/g,
          ' ',
        );
      if (node.type === 'password' || SECRET.test(words) || holds(node.value)) cover(node);
      return;
    }
    if (node instanceof Element && /^(SCRIPT|STYLE|TEMPLATE)$/.test(node.tagName)) return;
    for (const child of node instanceof Element && node.shadowRoot ? node.shadowRoot.childNodes : node.childNodes)
      walk(child);
  };
  walk(document.documentElement);
  return () => {
    for (const back of undo) back();
  };
}
