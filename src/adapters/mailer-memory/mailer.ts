import type { Delivery, Mailer, Parcel } from '../../ports/mailer.ts';

/** A mailer that keeps what it is given; `answer` says what becomes of each mail once it is claimed. */
export function memoryMailer(answer: () => Delivery = () => ACCEPTED): Mailer & { sent: Parcel[] } {
  const sent: Parcel[] = [];
  return {
    sent,
    async deliver(parcel, claim) {
      await claim();
      const delivery = answer();
      if (delivery.outcome === 'accepted') sent.push(parcel);
      return delivery;
    },
  };
}

const ACCEPTED: Delivery = { outcome: 'accepted', answer: '250 2.0.0 Ok: queued', protocol: 'TLSv1.3' };
