package nl.koppelwerk.systems;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import nl.koppelwerk.ledger.Accounts;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpMethods;

/**
 * A call that is about to leave, or has left.
 *
 * @param permit to be given back when it ended; null for an unpaid call
 */
public record Outgoing(Turn.Ask ask, String system, URI base, String proof, Permits.Leave permit) {

    /** Scheme, host and port; the route shows it. */
    public String origin() { return base.getScheme() + "://" + base.getRawAuthority(); }

    /** Without the proof. */
    @Override public String toString() { return "Outgoing[" + ask.call().method() + " " + origin() + path() + ask.call().path() + "]"; }

    void onto(Message message) {
        var call = ask.call();
        message.removeHeaders("*");
        // As the component's own constant: a text would be converted at each call, by a search through all converters.
        message.setHeader(Exchange.HTTP_METHOD, HttpMethods.valueOf(call.method()));
        message.setHeader(Exchange.HTTP_PATH, path() + call.path());
        if (!call.query().isEmpty()) message.setHeader(Exchange.HTTP_RAW_QUERY, call.query());
        message.setHeader("Accept", "application/json");
        call.headers().forEach(message::setHeader);
        call.login().headers(proof).forEach(message::setHeader);
        message.setBody(call.body());
    }

    private String path() { return base.getRawPath() == null ? "" : base.getRawPath().replaceFirst("/+$", ""); }

    /** Empty for an address that is none of a web server, or that hides credentials of its own. */
    static Optional<URI> address(Accounts.Account account, Call.Base base) {
        try {
            var uri = new URI(base == Call.Base.AUTH ? account.authUrl() : account.baseUrl());
            var fits = ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null
                && uri.getRawUserInfo() == null && uri.getRawQuery() == null;
            return fits ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException | NullPointerException none) {
            return Optional.empty();
        }
    }
}
