/**
 * The one definition of the catalog. Types, the check of every file and the JSON Schema for editors come from here.
 *
 * A file as a person writes it names its sources once at the top and refers to them by id; the loader puts the whole
 * source in place. So each schema is built twice: `authored*` (ids, optional `checkedOn`) and the compiled one.
 * Where a form can be wrong, the message is the code of the sentence that says what to write: `lint.<code>` in the locale.
 */
import { z } from 'zod';
import {
  BRAND_KINDS,
  BRAND_STATUSES,
  CHANNEL_KINDS,
  CONFIDENCES,
  NEED_FIELDS,
  PUBLISHERS,
  RULE_STATES,
  STEP_KINDS,
  WEEKDAYS,
} from './words.ts';

export * from './words.ts';

/** Lower-case words joined by hyphens; the name of a file. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'form-slug');
const isoDate = z.iso.date('form-date');
/** A page bears a day, a month, a year, or nothing. */
const partialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'form-page-date')
  .refine((date) => date.length < 10 || isoDate.safeParse(date).success, 'form-date');
const pageDate = partialDate.nullable();
/** What a user is sent to: nothing but pages of the web. */
const webUrl = z.url({ protocol: /^https?$/, error: 'form-url' });
const zone = z.string().refine(isZone, 'form-zone');
const money = z.string().regex(/^\d{1,7}\.\d{2}$/, 'form-money');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'form-clock');
const days = z.number().int().min(0).max(3660);
const yesNo = z.enum(['yes', 'no']);
const domainName = z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'form-domain');

/** A sentence in both languages. Menu names without a source stay in English inside both. */
export const textSchema = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });

export const sourceSchema = z.strictObject({ url: webUrl, publisher: z.enum(PUBLISHERS), pageDate });

export const hoursSchema = z.strictObject({
  /** The carrier's zone; null only where the line is open day and night. */
  zone: zone.nullable(),
  /** Each row opens on these days; `close` 24:00 is midnight. Days not named are closed. */
  weekly: z.array(z.strictObject({ days: z.array(z.enum(WEEKDAYS)).min(1), open: clock, close: clock })).min(1),
  /** What happens on US federal holidays; `unknown` is shown as such. */
  holidays: z.enum(['open', 'closed', 'unknown']),
});

export const termSchema = z.strictObject({
  unit: z.enum(['month', 'day']),
  lengths: z.array(z.number().int().min(1).max(730)).min(1),
});
const feeSchema = z.strictObject({
  minUsd: money,
  /** null: no page gives a ceiling. */
  maxUsd: money.nullable(),
  /** The fee can fall due only while a service commitment runs. */
  onlyWithCommitment: z.boolean(),
});
const suspendChargeSchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('full-rate') }),
  z.strictObject({ mode: z.literal('fee'), monthlyUsd: money }),
]);
const dayRange = z.strictObject({ min: days, max: days });

interface Parts<S extends z.ZodType, D extends z.ZodType> {
  source: S;
  checkedOn: D;
}

/** Every schema that depends on how a source is written. */
function build<S extends z.ZodType, D extends z.ZodType>({ source, checkedOn }: Parts<S, D>) {
  const sources = z.array(source).default([]);
  const fact = <V extends z.ZodType>(value: V) =>
    z.strictObject({
      value: value.nullable(),
      alternatives: z.array(z.strictObject({ value, sources })).default([]),
      sources,
      checkedOn,
      confidence: z.enum(CONFIDENCES),
      note: textSchema.optional(),
    });
  /** A field left out is an explicit unknown. */
  const open = <V extends z.ZodType>(value: V) => fact(value).optional();
  const text = fact(textSchema);

  const channel = z.strictObject({
    kind: z.enum(CHANNEL_KINDS),
    /** Phone: E.164, or a short code such as 611. Online, api: a URL. Others: the address, handle or name as published. */
    value: fact(z.string().min(1)),
    label: textSchema.optional(),
    canCancelHere: open(yesNo),
    fromAbroad: open(yesNo),
    hours: open(hoursSchema),
    languages: open(z.array(z.string().regex(/^[a-z]{2}(-[A-Za-z]+)?$/, 'form-language')).min(1)),
    /** Phone: what to press or say until a person or the cancellation itself is reached. */
    voiceMenu: open(textSchema),
    note: text.optional(),
  });

  const product = z.strictObject({
    id: slug,
    name: textSchema,
    service: z.strictObject({
      /** Whether a phone number comes with it that could be kept. */
      hasNumber: z.boolean(),
      billing: z.enum(['postpaid', 'prepaid', 'package']),
      forBusiness: z.boolean().default(false),
    }),
    online: z.strictObject({
      supported: fact(z.enum(['yes', 'partial', 'no'])),
      url: open(webUrl),
      how: open(textSchema),
      exclusions: z.array(text).default([]),
      /** In order. A step whose detail is null is known to exist, but no page describes it. */
      steps: z
        .array(z.strictObject({ kind: z.enum(STEP_KINDS).optional(), title: textSchema, detail: text }))
        .default([]),
      /** Screens and offers that try to keep the customer. */
      retention: z.array(text).default([]),
      /** What the site offers where it does not cancel: a call back, a chat, a form to be called. */
      instead: open(textSchema),
      confirmation: open(textSchema),
      /** What common guides say that the carrier does not. */
      claims: z.array(z.strictObject({ claim: textSchema, sources: z.array(source).min(1), answer: text })).default([]),
    }),
    channels: z.array(channel).default([]),
    needs: z
      .array(
        z.strictObject({
          field: z.enum(NEED_FIELDS),
          why: text,
          where: text.optional(),
          /** Only these channels ask for it; absent: all do. `port-out` is the route of keeping the number. */
          routes: z.array(z.enum([...CHANNEL_KINDS, 'port-out'])).optional(),
        }),
      )
      .default([]),
    billing: z
      .strictObject({
        proration: open(z.enum(['none', 'prorated'])),
        effective: open(z.enum(['immediate', 'end-of-cycle', 'choice'])),
        noticeDays: open(days),
        /** The renewal can only be stopped up to this many hours before it. */
        renewalLeadHours: open(z.number().int().min(0).max(720)),
        term: open(termSchema),
        earlyTerminationFee: open(feeSchema),
        installments: open(z.enum(['due-at-close', 'continue-while-lines-remain', 'none'])),
        promoCredits: open(z.enum(['lost', 'kept', 'none'])),
      })
      .prefault({}),
    lapse: z
      .strictObject({
        /** `yes` only where a source says that not paying ends the line and no debt follows. */
        noDebtFollows: open(yesNo),
        /** Days from the end of paid service. */
        graceDays: open(days),
        numberLostAfterDays: open(days),
        autopayOffSeparately: open(yesNo),
      })
      .prefault({}),
    refund: z
      .strictObject({
        balance: open(yesNo),
        deposit: open(yesNo),
        /** Days from the end until the money comes or may be asked for. */
        afterDays: open(days),
        /** A new purchase can be given back within this many days. */
        moneyBackDays: open(days),
        how: open(textSchema),
      })
      .prefault({}),
    suspend: z
      .strictObject({
        available: open(yesNo),
        charge: open(suspendChargeSchema),
        maxDays: open(days),
        how: open(textSchema),
      })
      .prefault({}),
    reinstate: z.strictObject({ days: open(days), how: open(textSchema) }).prefault({}),
    portOut: z
      .strictObject({
        possible: open(yesNo),
        pinName: open(z.string().min(1)),
        pinValidDays: open(days),
        how: open(textSchema),
        locks: z.array(z.strictObject({ name: z.string().min(1), mustBeOff: z.boolean(), where: text })).default([]),
      })
      .prefault({}),
    /** What a new start costs after the line is gone. */
    restart: z.strictObject({ simUsd: open(money), activationUsd: open(money) }).prefault({}),
    afterClose: z.strictObject({ accountAccess: open(textSchema), finalBill: open(textSchema) }).prefault({}),
    disputes: z
      .strictObject({
        noticeAddress: open(z.string().min(1)),
        noticeUrl: open(webUrl),
        waitDays: open(days),
        chargeDisputeDays: open(days),
      })
      .prefault({}),
    traps: z.array(text).default([]),
    /** Present where a number can be ported in here only to keep it. */
    parking: z
      .strictObject({
        portInFeeUsd: open(money),
        monthlyUsd: open(money),
        /** How often `monthlyUsd` is taken; absent: every month. */
        every: open(termSchema),
        /** The port request has to be made while in the US. */
        onlyFromUs: open(yesNo),
        /** Calendar days from the request until the number has moved. */
        portDays: open(dayRange),
        note: text.optional(),
      })
      .optional(),
  });

  const brand = z.strictObject({
    name: textSchema,
    /** Nicknames, former names, other spellings; both languages. */
    aliases: z.array(z.string().min(1)).default([]),
    kind: z.enum(BRAND_KINDS),
    status: fact(z.enum(BRAND_STATUSES)),
    /** Slugs of the networks the brand rides on. */
    hosts: open(z.array(slug).min(1)),
    parent: open(z.string().min(1)),
    /** Where the carrier's calendar dates are counted. */
    billingZone: open(zone),
    officialDomains: open(z.array(domainName).min(1)),
    senderDomains: open(z.array(domainName).min(1)),
    identifiers: z
      .strictObject({
        iccidPrefixes: open(z.array(z.string().regex(/^89\d{2,9}$/, 'form-card-prefix')).min(1)),
        mccMnc: open(z.array(z.string().regex(/^\d{5,6}$/, 'form-network-code')).min(1)),
      })
      .prefault({}),
    /** What goes on if one does nothing, for this brand. */
    ifIdle: z.array(text).default([]),
    notes: z.array(text).default([]),
    products: z.array(product).min(1),
  });

  const rule = z.strictObject({
    title: textSchema,
    jurisdiction: z.string().min(1),
    citation: z.string().min(1),
    appliesTo: textSchema,
    trigger: textSchema,
    deadline: z.strictObject({
      days: days.nullable(),
      unit: z.enum(['calendar', 'business', 'months']).nullable(),
      text: textSchema,
      /** Whose clock it is. */
      actor: z.enum(['consumer', 'company', 'issuer', 'both']).nullable(),
    }),
    gives: textSchema,
    howToInvoke: textSchema,
    state: z.enum(RULE_STATES),
    status: textSchema,
    sources: z.array(source).min(1),
    checkedOn,
    confidence: z.enum(CONFIDENCES),
  });

  const identifiers = z.strictObject({
    networks: z.array(z.strictObject({ slug, name: z.string().min(1) })),
    /** Longest prefix wins. `network` null: a known company that is no network of the catalog. */
    issuers: z.array(
      z.strictObject({
        prefix: z.string().regex(/^89\d{1,9}$/, 'form-card-prefix'),
        company: z.string().min(1),
        network: slug.nullable(),
        country: z
          .string()
          .regex(/^[A-Z]{2}$/)
          .nullable(),
        confidence: z.enum(CONFIDENCES),
        checkedOn: isoDate.optional(),
        sources,
      }),
    ),
    /** Mobile network codes, MCC and MNC together (six digits in the US). */
    networkCodes: z.array(
      z.strictObject({
        codes: z.array(z.string().regex(/^\d{5,6}$/, 'form-network-code')).min(1),
        company: z.string().min(1),
        network: slug.nullable(),
        confidence: z.enum(CONFIDENCES),
        checkedOn: isoDate.optional(),
        sources,
      }),
    ),
  });

  /** A brand that is gone, kept so that its slug goes on leading somewhere. */
  const retired = z.strictObject({
    name: textSchema,
    aliases: z.array(z.string().min(1)).default([]),
    kind: z.enum(BRAND_KINDS),
    /** Why it left the catalog. */
    reason: text,
    /** Slug of the brand that serves its customers now, or null. */
    redirect: slug.nullable(),
    /** A day, a month or a year. */
    closedOn: open(partialDate),
  });

  /** What goes on if one does nothing, whatever the brand. */
  const why = z.strictObject({ ifIdle: z.array(z.strictObject({ id: slug, text })).min(1) });

  return { brand, product, channel, rule, identifiers, why, retired, text };
}

const authored = build({ source: z.string().min(1), checkedOn: isoDate.optional() });
const compiled = build({ source: sourceSchema, checkedOn: isoDate });

const head = {
  /** Day on which the sources of this file were last looked at; each fact may bear its own. */
  checkedOn: isoDate,
  sources: z.record(slug, sourceSchema),
};

export const authoredBrandSchema = authored.brand.extend(head);
export const authoredRuleSchema = authored.rule.extend(head).omit({ checkedOn: true }).extend({ checkedOn: isoDate });
export const authoredIdentifiersSchema = authored.identifiers.extend(head);
export const authoredWhySchema = authored.why.extend(head);
export const authoredRetiredSchema = authored.retired.extend(head);

export const brandSchema = compiled.brand.extend({ slug });
export const ruleSchema = compiled.rule.extend({ id: slug });
export const identifiersSchema = compiled.identifiers;
export const whySchema = compiled.why;
export const retiredSchema = compiled.retired.extend({ slug });

export type Confidence = (typeof CONFIDENCES)[number];
export type BrandKind = (typeof BRAND_KINDS)[number];
export type NeedField = (typeof NEED_FIELDS)[number];
export type Text = z.output<typeof textSchema>;
export type Source = z.output<typeof sourceSchema>;
export type Hours = z.output<typeof hoursSchema>;
export type Term = z.output<typeof termSchema>;
export type Brand = z.output<typeof brandSchema>;
export type Product = Brand['products'][number];
export type Channel = Product['channels'][number];
export type Rule = z.output<typeof ruleSchema>;
export type Identifiers = z.output<typeof identifiersSchema>;
export type Why = z.output<typeof whySchema>;
export type Retired = z.output<typeof retiredSchema>;
export type StepKind = (typeof STEP_KINDS)[number];

/** One catalog value with everything that supports it. `value` null: unknown. */
export interface Fact<T> {
  value: T | null;
  alternatives: { value: T; sources: Source[] }[];
  sources: Source[];
  checkedOn: string;
  confidence: Confidence;
  note?: Text | undefined;
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
