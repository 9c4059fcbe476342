package nl.koppelwerk.sheet;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import nl.koppelwerk.relation.Amount;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;

/** Amounts as people type them in the Netherlands, 5.000,00, and as programs do, 5000.00; a sign of the euro may stand beside them. */
final class DutchAmount {

    private static final Pattern IN_A_CURRENCY = Pattern.compile("(?<before>[A-Z]{3}|€)?\\s*(?<amount>-?[0-9][0-9., ]*?)(,-{1,2})?\\s*(?<after>[A-Z]{3}|€)?");
    private static final Pattern DUTCH = Pattern.compile("-?[1-9][0-9]{0,2}(\\.[0-9]{3})+(,[0-9]+)?");
    private static final Pattern ENGLISH = Pattern.compile("-?[1-9][0-9]{0,2}((,[0-9]{3})+\\.[0-9]+|(,[0-9]{3}){2,})");
    /** A comma before decimals, or before thousands. */
    private static final Pattern TWOFOLD = Pattern.compile("-?[1-9][0-9]{0,2},[0-9]{3}");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?[0-9]+,[0-9]+");

    private DutchAmount() { }

    static Value<Amount> read(Cell cell) {
        if (cell.isNumber()) return Amount.TYPE.parse(cell.text());
        var typed = Headers.tidy(cell.text());
        if (typed.isEmpty()) return Value.empty();
        var found = IN_A_CURRENCY.matcher(typed);
        var amount = found.matches() ? Amount.TYPE.parse(plain(found.group("amount").replace(" ", ""))) : Value.<Amount>empty();
        if (!(amount instanceof Value.Present<Amount>)) return new Value.Invalid<>(typed, ReasonCode.SHEET_AMOUNT);
        var currency = currency(found.group("before")) + currency(found.group("after"));
        return currency.isEmpty() ? amount : new Value.Invalid<>(amount.text() + " " + currency, ReasonCode.CURRENCY_FOREIGN);
    }

    private static String currency(String sign) { return sign == null || sign.equals("€") || sign.equals("EUR") ? "" : sign; }

    /** With a decimal point and nothing between thousands; not changed where it can be read in two ways, such as 5,000. */
    private static String plain(String typed) {
        if (DUTCH.matcher(typed).matches()) return typed.replace(".", "").replace(',', '.');
        if (ENGLISH.matcher(typed).matches()) return typed.replace(",", "");
        return DECIMAL_COMMA.matcher(typed).matches() && !TWOFOLD.matcher(typed).matches() ? typed.replace(',', '.') : typed;
    }

    /** Two decimals or more, and never three, so that no reader takes its comma for one between thousands; any other text as it is. */
    static String written(String text) {
        if (!(Amount.TYPE.parse(text) instanceof Value.Present<Amount> amount)) return text;
        BigDecimal value = amount.value().value();
        int scale = Math.max(2, value.scale());
        return value.setScale(scale == 3 ? 4 : scale).toPlainString().replace('.', ',');
    }
}
