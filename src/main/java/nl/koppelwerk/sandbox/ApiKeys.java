package nl.koppelwerk.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The key that a call shows, in the form of the switch {@code auth}. */
public final class ApiKeys {

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private final SwitchPanel switches;

    public ApiKeys(SwitchPanel switches) {
        this.switches = switches;
    }

    public Optional<String> of(Call call) {
        return switch (switches.get("auth")) {
            case "bearer" -> after(BEARER, call);
            case "basic" -> after(BASIC, call).map(ApiKeys::password);
            default -> call.header("X-Api-Key");
        };
    }

    private static Optional<String> after(String scheme, Call call) {
        return call.header("Authorization").filter(value -> value.startsWith(scheme)).map(value -> value.substring(scheme.length()));
    }

    /** The user's name does not matter here, the password is the key. */
    private static String password(String basic) {
        try {
            var text = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            return text.substring(text.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
