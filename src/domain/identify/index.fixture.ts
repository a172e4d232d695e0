import { aBrand, aProduct, fact, text } from '../../testing/catalog.ts';
import { indexCatalog } from '../catalog/index.ts';

const issuer = (prefix: string, company: string, network: string | null, country: string | null = 'US') => ({
  prefix,
  company,
  network,
  country,
  confidence: 'secondary' as const,
  sources: [],
});

const code = (codes: string[], company: string, network: string | null) => ({
  codes,
  company,
  network,
  confidence: 'official' as const,
  sources: [],
});

/** A few brands by their real names, since names are what the search is about; nothing else about them is meant to be true. */
export const INDEX = indexCatalog(
  [
    aBrand({ slug: 't-mobile', name: text('T-Mobile', 'T-Mobile'), aliases: ['TMO', '德国电信美国'] }),
    aBrand({ slug: 'att', name: text('AT&T', 'AT&T'), aliases: ['American Telephone'] }),
    aBrand({
      slug: 'verizon',
      name: text('Verizon', '威瑞森'),
      aliases: ['VZW'],
      identifiers: { mccMnc: fact(['311480']) },
    }),
    aBrand(
      { slug: 'mint', name: text('Mint Mobile', 'Mint Mobile'), aliases: ['薄荷', 'Mint'], hosts: fact(['t-mobile']) },
      [aProduct({ id: 'prepaid', name: text('Modern plan', '现代套餐') })],
    ),
    aBrand({
      slug: 'ultra',
      name: text('Ultra Mobile', 'Ultra Mobile'),
      hosts: fact(['t-mobile'], { confidence: 'conflicting' }),
    }),
    aBrand({
      slug: 'visible',
      name: text('Visible', 'Visible'),
      hosts: fact(['verizon']),
      identifiers: { iccidPrefixes: fact(['89148099']) },
    }),
  ],
  {
    networks: [
      { slug: 't-mobile', name: 'T-Mobile' },
      { slug: 'verizon', name: 'Verizon' },
    ],
    issuers: [
      issuer('8901260', 'T-Mobile USA', 't-mobile'),
      issuer('891480', 'Verizon Wireless', 'verizon'),
      issuer('8901410', 'AT&T Mobility', 'att'),
      issuer('8901044', 'GigSky', null),
      issuer('8901490', 'Freedom Mobile', null, 'CA'),
      issuer('8988307', 'Twilio', null, 'SG'),
    ],
    networkCodes: [
      code(['310260', '310160'], 'T-Mobile USA', 't-mobile'),
      code(['311480'], 'Verizon Wireless', 'verizon'),
      code(['312870'], 'GigSky', null),
    ],
  },
);
