import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkAccount,
  checkBik,
  checkIban,
  checkInn,
  checkKpp,
  checkLvRegNo,
  checkLvVatNo,
  checkOgrn,
  checkRequisites,
} from '../../../shared/domain/requisites';

const codes = (warnings: readonly { code: string }[]) => warnings.map((w) => w.code);

/** A digit string with one digit replaced by a different one. */
function spoil(text: string, index: number, by: number): string {
  const at = index % text.length;
  const digit = (Number(text.charAt(at)) + 1 + (by % 9)) % 10;
  return text.slice(0, at) + digit + text.slice(at + 1);
}

describe('ИНН', () => {
  it.each(['7707083893', '7736050003', '7702235133', '500100732259'])('passes %s', (inn) => {
    expect(checkInn(inn)).toEqual([]);
  });
  it('says how many digits were given', () => {
    expect(checkInn('770708389')).toEqual([
      { field: 'inn', code: 'inn-length', params: { expected: '10/12', given: 9 } },
    ]);
  });
  it('accepts pasted spaces and refuses letters', () => {
    expect(checkInn(' 77 0708\u00a03893 ')).toEqual([]);
    expect(codes(checkInn('77O7083893'))).toEqual(['not-digits']);
  });
  it('notices any wrong digit of a company number but those the remainder 10 hides', () => {
    expect(codes(checkInn('7707083894'))).toEqual(['inn-checksum']);
    expect(codes(checkInn('500100732258'))).toEqual(['inn-checksum']);
    expect(codes(checkInn('500100732269'))).toEqual(['inn-checksum']);
  });
});

describe('КПП', () => {
  it('allows capitals in the reason only', () => {
    expect(checkKpp('773601001')).toEqual([]);
    expect(checkKpp('7736AB001')).toEqual([]);
    expect(codes(checkKpp('77360100A'))).toEqual(['kpp-format']);
    expect(checkKpp('7736')).toEqual([
      { field: 'kpp', code: 'kpp-length', params: { expected: 9, given: 4 } },
    ]);
  });
});

describe('ОГРН', () => {
  it.each(['1027700132195', '1037700013020', '1027739019142'])('passes %s', (ogrn) => {
    expect(checkOgrn(ogrn)).toEqual([]);
  });
  it('takes the last digit of remainders 10 to 12 of a sole trader', () => {
    expect(checkOgrn('421319982803452')).toEqual([]);
    for (const head of ['30450011600015', '31276521900103', '31300000000001']) {
      const key = Number(BigInt(head) % 13n) % 10;
      expect(checkOgrn(head + key)).toEqual([]);
    }
  });
  it('notices a wrong key and a wrong length', () => {
    expect(codes(checkOgrn('1027700132196'))).toEqual(['ogrn-checksum']);
    expect(checkOgrn('10277001321')[0]?.params).toEqual({ expected: '13/15', given: 11 });
  });
});

describe('БИК and accounts', () => {
  it('says "9 digits, you entered 8"', () => {
    expect(checkBik('04452522')).toEqual([
      { field: 'bik', code: 'bik-length', params: { expected: 9, given: 8 } },
    ]);
    expect(checkBik('017003983')).toEqual([]);
  });
  it("accepts the Central Bank's own two examples (№ 515)", () => {
    expect(checkAccount('40602810700000000025', '049805746')).toEqual([]);
    expect(checkAccount('30101810800000000746', '049805000', 'corrAccount')).toEqual([]);
  });
  it.each([
    ['30101810400000000225', '044525225'],
    ['30101810300000000176', '044525176'],
    ['30101810700000000187', '044525187'],
    ['30101810800000000861', '044030861'],
  ])('accepts the correspondent account %s', (account, bik) => {
    expect(checkAccount(account, bik, 'corrAccount')).toEqual([]);
  });
  it('notices a wrong digit anywhere in the account', () => {
    fc.assert(
      fc.property(fc.nat(19), fc.nat(8), (index, by) => {
        const account = spoil('40602810700000000025', index, by);
        // Accounts of the Central Bank and the treasury use another rule or none.
        if (account.startsWith('03') || account.startsWith('301')) return;
        expect(codes(checkAccount(account, '049805746'))).toEqual(['account-key']);
      }),
    );
  });
  it('skips treasury accounts, and every key while there is no full БИК', () => {
    expect(checkAccount('03100643000000017300', '017003983')).toEqual([]);
    expect(checkAccount('40602810700000000026', '')).toEqual([]);
    expect(codes(checkAccount('4060281070000000002', '049805746'))).toEqual(['account-length']);
    expect(codes(checkAccount('счёт', '049805746'))).toEqual(['not-digits']);
  });
});

describe('IBAN', () => {
  it.each(['LV80 BANK 0000 4351 9500 1', 'GB82WEST12345698765432', 'DE89370400440532013000'])(
    'passes %s',
    (iban) => {
      expect(checkIban(iban)).toEqual([]);
    },
  );
  it('knows the length of a Latvian one', () => {
    expect(checkIban('LV80BANK000043519500')).toEqual([
      { field: 'iban', code: 'iban-length', params: { expected: 21, given: 20 } },
    ]);
  });
  it('notices swapped neighbours and a wrong form', () => {
    expect(codes(checkIban('LV80BANK0000435195010'))).toEqual(['iban-checksum']);
    expect(codes(checkIban('8000BANK'))).toEqual(['iban-format']);
  });
});

describe('Latvia', () => {
  // Large public companies; their numbers stand on their own invoices and web pages.
  it.each(['LV40003032949', 'LV40003009497', 'LV40003000642', 'lv 4000 3521 600'])(
    'passes the VAT number %s',
    (number) => {
      expect(checkLvVatNo(number)).toEqual([]);
    },
  );
  it('notices a wrong digit, a missing prefix and a wrong length', () => {
    expect(codes(checkLvVatNo('LV40003032948'))).toEqual(['lv-vat-no-checksum']);
    expect(codes(checkLvVatNo('40003032949'))).toEqual(['lv-vat-no-format']);
    expect(checkLvVatNo('LV4000303294')[0]?.params).toEqual({ expected: 11, given: 10 });
  });
  it('lets personal codes through', () => {
    expect(checkLvVatNo('LV32845678901')).toEqual([]);
  });
  it('counts the digits of a registration number', () => {
    expect(checkLvRegNo('40003032949')).toEqual([]);
    expect(checkLvRegNo('4000303294')[0]?.params).toEqual({ expected: 11, given: 10 });
  });
});

describe('checkRequisites', () => {
  it('passes over what is absent or blank and keeps the order of the fields', () => {
    expect(checkRequisites({})).toEqual([]);
    expect(checkRequisites({ inn: ' ', kpp: null, ogrn: undefined })).toEqual([]);
    const warnings = checkRequisites({ bik: '04452522', inn: '1', account: '1' });
    expect(codes(warnings)).toEqual(['inn-length', 'bik-length', 'account-length']);
  });
  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (a, b) => {
        checkRequisites({ inn: a, kpp: b, ogrn: a, bik: b, account: a, corrAccount: b, iban: a });
        checkRequisites({ iban: b, lvRegNo: a, lvVatNo: b });
      }),
    );
  });
});
