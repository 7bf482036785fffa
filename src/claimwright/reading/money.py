"""Money: an exact amount in an ISO 4217 currency, and how many decimals each currency has."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from claimwright.reading.later import later

# ISO 4217 list one (current currencies), as it stood on 1 January 2026. Codes without minor units (gold, XXX …) pay for
# no parcel and are left out.
_CODES_BY_DECIMALS = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    2: """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY
        COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS
        INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR
        MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP
        STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG
    """,
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}

MINOR_UNITS: Mapping[str, int] = {
    code: decimals for decimals, codes in _CODES_BY_DECIMALS.items() for code in codes.split()
}
"""How many decimals an amount in each currency has."""

_STEP = {code: Decimal(1).scaleb(-decimals) for code, decimals in MINOR_UNITS.items()}
_AMOUNT = later(r"[0-9]{1,12}(\.[0-9]{1,4})?")


def currency_fault(currency: object) -> str | None:
    """What is wrong with a currency code, as plain sentences, or None."""
    if isinstance(currency, str) and currency in MINOR_UNITS:
        return None
    if isinstance(currency, str) and currency.strip().upper() in MINOR_UNITS:
        return f'write the currency as "{currency.strip().upper()}".'
    return 'not a currency in use. Write its three-letter ISO 4217 code in quotes, such as "EUR" or "USD".'


def amount_fault(amount: object, currency: object = None) -> str | None:
    """What is wrong with an amount of a currency (of any, if it is no known code), as plain sentences, or None."""
    if isinstance(amount, (int, float)) and not isinstance(amount, bool):
        return "the amount is a number without quotes, which can lose cents. Put it in quotes, as in " + '"23.40".'
    if not isinstance(amount, str):
        return 'the amount must be digits in quotes, as in "23.40".'
    if _AMOUNT.fullmatch(amount) is None:
        return 'not an amount. Write digits with a point before the decimals and nothing else, as in "1234.50".'
    decimals = MINOR_UNITS.get(currency) if isinstance(currency, str) else None
    if decimals is not None and len(amount.partition(".")[2]) > decimals:
        most = f"{decimals or 'no'} decimals"
        return f"{currency} has {most}, and this amount has more. Write the amount exactly as it was paid."
    return None


@dataclass(frozen=True, slots=True)
class Money:
    """An amount with at most as many decimals as its currency has minor units; never a float."""

    amount: Decimal
    currency: str

    @classmethod
    def parse(cls, amount: str, currency: str) -> "Money":
        """The money that two texts name, with all decimals of its currency; ValueError with plain sentences if none."""
        decimals = MINOR_UNITS.get(currency)
        match = _AMOUNT.fullmatch(amount)
        given = len(match[1] or ".") - 1 if match else -1
        if decimals is None or not 0 <= given <= decimals:
            raise ValueError(currency_fault(currency) or amount_fault(amount, currency))
        exact = Decimal(amount)
        return cls(exact if given == decimals else exact.quantize(_STEP[currency]), currency)

    def __str__(self) -> str:
        """Amount and code with all decimals and a point, as in `23.40 EUR`."""
        return f"{self.amount:f} {self.currency}"
