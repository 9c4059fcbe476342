package nl.koppelwerk.relation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static nl.koppelwerk.relation.ReasonCode.EMAIL_FORMAT;

/** E-mail addresses in the order in which they were typed, each once; its text has semicolons between them. */
public record EmailAddresses(List<EmailAddress> all) {

    public static final ValueType<EmailAddresses> TYPE = new Checked<>(EmailAddresses::tidy, EmailAddresses::fits, EMAIL_FORMAT, EmailAddresses::of,
        EmailAddresses::toString);
    private static final String BETWEEN = ";";

    public EmailAddresses { all = List.copyOf(all); }

    @Override public String toString() { return all.stream().map(EmailAddress::text).collect(Collectors.joining(BETWEEN)); }

    private static EmailAddresses of(String text) { return new EmailAddresses(each(text).stream().map(EmailAddress::new).toList()); }

    /** Systems keep several with a space, a comma or a semicolon between. */
    private static Set<String> each(String text) {
        return Stream.of(text.split("[\\s,;]+")).filter(one -> !one.isEmpty()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String tidy(String typed) { return String.join(BETWEEN, each(typed)); }

    private static boolean fits(String text) {
        return !text.isEmpty() && each(text).stream().allMatch(one -> EmailAddress.TYPE.parse(one).isValid());
    }
}
