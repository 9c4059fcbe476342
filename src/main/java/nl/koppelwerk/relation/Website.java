package nl.koppelwerk.relation;

import org.apache.commons.validator.routines.RegexValidator;
import org.apache.commons.validator.routines.UrlValidator;

import static nl.koppelwerk.relation.ReasonCode.WEBSITE_FORMAT;

/** A web address as it was typed, with or without its {@code https://}. */
public record Website(String text) {

    public static final ValueType<Website> TYPE = Checked.of(typed -> typed, Website::fits, WEBSITE_FORMAT, Website::new);

    private static final UrlValidator RULES = new UrlValidator(new String[] {"http", "https"},
        new RegexValidator(HostName.PATTERN + "(:[0-9]{1,5})?"), 0);

    private static boolean fits(String text) { return RULES.isValid(text.contains("://") ? text : "https://" + text); }

    @Override public String toString() { return text; }
}
