package nl.koppelwerk.relation;

import org.apache.commons.validator.routines.EmailValidator;

import static nl.koppelwerk.relation.ReasonCode.EMAIL_FORMAT;

/** An e-mail address as it was typed; two spellings that differ in case are two values. */
public record EmailAddress(String text) {

    public static final ValueType<EmailAddress> TYPE =
        Checked.of(typed -> typed, EmailAddress::fits, EMAIL_FORMAT, EmailAddress::new);

    private static final EmailValidator RULES = new AnyTopLevelDomain();

    private static boolean fits(String text) { return RULES.isValid(text); }

    @Override public String toString() { return text; }

    /** The library's list of top-level domains is as old as the library; an address may be younger. */
    @SuppressWarnings("serial")
    private static final class AnyTopLevelDomain extends EmailValidator {

        private AnyTopLevelDomain() { super(false); }

        @Override protected boolean isValidDomain(String domain) { return HostName.fits(domain); }
    }
}
