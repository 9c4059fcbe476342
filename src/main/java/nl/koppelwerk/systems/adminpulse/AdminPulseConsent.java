package nl.koppelwerk.systems.adminpulse;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.systems.Consent;
import nl.koppelwerk.systems.Query;

/** That there is OAuth with a callback is documented; its addresses and the names of its scopes are assumed. */
final class AdminPulseConsent implements Consent {

    private final AdminPulseOauth oauth;

    AdminPulseConsent(AdminPulseOauth oauth) { this.oauth = oauth; }

    @Override public boolean isNeededBy(Accounts.Account account) { return AdminPulseLogin.isByConsent(account); }

    @Override public URI page(Accounts.Account account, String redirect, String state, String verifier) {
        var query = Query.NONE.and("response_type", "code").and("client_id", account.credentials().get(AdminPulseLogin.CLIENT)).and("redirect_uri", redirect)
            .and("scope", oauth.scopes()).and("state", state).and("code_challenge", challenge(verifier)).and("code_challenge_method", "S256");
        return URI.create(oauth.page(account) + "?" + query.text());
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
