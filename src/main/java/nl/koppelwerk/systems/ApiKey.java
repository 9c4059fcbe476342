package nl.koppelwerk.systems;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import org.apache.camel.Exchange;

/** The credential {@code apiKey}, shown with every call in the form that the vendor wants. */
public record ApiKey(Form form) implements Login {

    /** Of an assumed contract nobody knows which one it is. */
    public enum Form { BEARER, BASIC, API_KEY_HEADER }

    /** @param form as a setting says it: {@code bearer}, {@code basic} or {@code api-key-header} */
    public static ApiKey shownAs(String form) { return new ApiKey(Form.valueOf(form.toUpperCase(Locale.ROOT).replace('-', '_'))); }

    @Override public String proof(Exchange exchange, Accounts.Account account, String refused) {
        return account.credentials().getOrDefault("apiKey", "");
    }

    @Override public Map<String, String> headers(String key) {
        return switch (form) {
            case BEARER -> Map.of("Authorization", "Bearer " + key);
            case BASIC -> Map.of("Authorization", "Basic "
                + Base64.getEncoder().encodeToString(("koppelwerk:" + key).getBytes(StandardCharsets.UTF_8)));
            case API_KEY_HEADER -> Map.of("X-Api-Key", key);
        };
    }
}
