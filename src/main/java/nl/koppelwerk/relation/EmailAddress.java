package nl.koppelwerk.relation;

import java.util.stream.Stream;
import org.apache.commons.validator.routines.EmailValidator;

import static nl.koppelwerk.relation.ReasonCode.EMAIL_FORMAT;
import static nl.koppelwerk.relation.ReasonCode.EMAIL_SEVERAL;

/** An e-mail address as it was typed; two spellings that differ in case are two values. */
public record EmailAddress(String text) {

    public static final ValueType<EmailAddress> TYPE = new OneAddress();

    private static final EmailValidator RULES = new AnyTopLevelDomain();

    private static boolean fits(String text) { return RULES.isValid(text); }

    @Override public String toString() { return text; }

    /** Several in one text, as systems keep them with a space or a semicolon between, are told from what is no address. */
    private record OneAddress() implements ValueType<EmailAddress> {

        private static final ValueType<EmailAddress> ONE = Checked.of(typed -> typed, EmailAddress::fits, EMAIL_FORMAT, EmailAddress::new);

        @Override public Value<EmailAddress> parse(String raw) {
            var one = ONE.parse(raw);
            return !one.isValid() && areSeveral(one.text()) ? new Value.Invalid<>(one.text(), EMAIL_SEVERAL) : one;
        }

        private static boolean areSeveral(String text) {
            var parts = text.split("[\\s,;]+");
            return parts.length > 1 && Stream.of(parts).allMatch(EmailAddress::fits);
        }

        @Override public Value<EmailAddress> of(EmailAddress address) { return ONE.of(address); }
    }

    /** The library's list of top-level domains is as old as the library; an address may be younger. */
    @SuppressWarnings("serial")
    private static final class AnyTopLevelDomain extends EmailValidator {

        private AnyTopLevelDomain() { super(false); }

        @Override protected boolean isValidDomain(String domain) { return HostName.fits(domain); }
    }
}
