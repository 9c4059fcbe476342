package nl.koppelwerk.relation;

import java.math.BigDecimal;

import static nl.koppelwerk.relation.ReasonCode.NUMBER_FORMAT;

/** An amount of money in the relation's own currency, exact, without zeros that say nothing. */
public record Amount(BigDecimal value) {

    public static final ValueType<Amount> TYPE = Checked.of(typed -> typed, Amount::fits, NUMBER_FORMAT,
        text -> new Amount(new BigDecimal(text)));

    public Amount {
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    private static boolean fits(String text) { return text.matches("-?[0-9]{1,18}(\\.[0-9]{1,9})?"); }

    @Override public String toString() { return value.toPlainString(); }
}
