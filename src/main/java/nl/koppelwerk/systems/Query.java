package nl.koppelwerk.systems;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The query of an address, encoded by RFC 3986: a space is %20, never a plus. */
public record Query(String text) {

    public static final Query NONE = new Query("");

    /** Signs that may stand in a query as they are, and that OData uses. */
    private static final String PLAIN = "-._~$(),;=/:@'*!";
    /** Ids whose form is not known: these signs change no address, and two dots would. */
    private static final Pattern PLAIN_STEP = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._~-]{0,99}");

    public Query and(String name, Object value) {
        return new Query((text.isEmpty() ? "" : text + "&") + name + "=" + encoded(String.valueOf(value), PLAIN));
    }

    public Query andIf(boolean wanted, String name, Object value) { return wanted ? and(name, value) : this; }

    /** It can be the id of a record that is addressed by a step of a path. */
    public static boolean isPlainStep(String text) { return PLAIN_STEP.matcher(text).matches(); }

    /** One step of a path. */
    public static String step(String text) { return encoded(text, "-._~"); }

    private static String encoded(String value, String plain) {
        var encoded = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            char sign = (char) (b & 0xff);
            boolean asIs = sign < 128 && (Character.isLetterOrDigit(sign) || plain.indexOf(sign) >= 0);
            if (asIs) encoded.append(sign);
            else encoded.append(String.format("%%%02X", b & 0xff));
        }
        return encoded.toString();
    }
}
