/** A practice carrier: invented, with real sessions and a state that only the right action changes. */
export interface Line {
  msisdn: string;
  nickname: string;
  status: 'active' | 'ending' | 'ended' | 'requested' | 'registered' | 'paused';
  endsOn: string | null;
}

export interface Account {
  user: string;
  password: string;
  lines: Line[];
  autopay: boolean;
}

/** One thing a person did. `harm`: something was changed that was not wanted. */
export interface Entry {
  action: string;
  harm: boolean;
}

export interface Visit {
  method: 'GET' | 'POST';
  path: string;
  query: URLSearchParams;
  form: URLSearchParams;
  account: Account;
  /** null: nobody is signed in. `code`: the password was right, the code is awaited. */
  signedIn: 'no' | 'code' | 'yes';
  /** What this session keeps from page to page. */
  kept: Map<string, string>;
  today: string;
  signIn(user: string, password: string): boolean;
  enterCode(code: string): boolean;
  signOut(): void;
  did(action: string, harm?: boolean): void;
  /** The line the user wants to end. */
  own: Line;
  /** Ends, requests or registers a line, writes the mail, gives its reference. */
  end(line: Line, status: Line['status'], endsOn: string | null): string;
}

export type Reply = { html: string } | { redirect: string };

export interface Site {
  id: string;
  name: string;
  language: 'en' | 'es' | 'zh';
  /** How it ends where everything is done right. */
  ending: 'accepted' | 'received-only' | 'pre-registered' | 'phone' | 'app-store' | 'chat';
  needsCode: boolean;
  handle(visit: Visit): Reply;
  /** The mail after the end: subject and text. */
  mail(line: Line, reference: string): { subject: string; text: string };
}
