package nl.koppelwerk.relation;

import java.util.Currency;
import java.util.Locale;

import static nl.koppelwerk.relation.ReasonCode.CODE_UNKNOWN;

/** A currency by its ISO 4217 code, in upper case. */
public record CurrencyCode(String code) {

    public static final ValueType<CurrencyCode> TYPE =
        Checked.of(typed -> typed.toUpperCase(Locale.ROOT), CurrencyCode::fits, CODE_UNKNOWN, CurrencyCode::new);

    private static boolean fits(String code) {
        return Currency.getAvailableCurrencies().stream().anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    @Override public String toString() { return code; }
}
