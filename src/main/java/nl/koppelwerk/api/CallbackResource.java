package nl.koppelwerk.api;

import static nl.koppelwerk.flow.Authorizing.CALLBACK;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.koppelwerk.flow.AccountBook;
import nl.koppelwerk.flow.Authorizing;
import nl.koppelwerk.flow.Authorizing.Ended;
import nl.koppelwerk.relation.Wording;
import nl.koppelwerk.relation.Wording.Group;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where a vendor sends a person back to. Nobody logs in here: the state is the proof, and nothing that comes is shown. */
@Path(CALLBACK)
public class CallbackResource {

    private static final String PAGE = """
        <!DOCTYPE html>
        <html lang="%1$s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Koppelwerk</title></head>
        <body><h1>Koppelwerk%2$s</h1><p>%3$s.</p></body></html>
        """;

    @Inject Authorizing authorizing;
    @Inject AccountBook accounts;
    @Inject HttpHeaders headers;

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response back(@QueryParam("state") String state, @QueryParam("code") String code, @QueryParam("error") String error) {
        var shown = state == null ? "" : state;
        return page(code == null || code.isBlank() ? authorizing.cameWithout(shown, error == null ? "" : error) : authorizing.came(shown, code));
    }

    /** Programs that look at links ask so, and a state is good once: it is kept for the person. */
    @HEAD
    @Operation(hidden = true)
    public Response look() { return Response.status(Response.Status.METHOD_NOT_ALLOWED).header(HttpHeaders.ALLOW, "GET").build(); }

    private Response page(Ended ended) {
        var wording = AcceptLanguage.of(headers.getRequestHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return Response.status(status(ended.outcome())).type(MediaType.TEXT_HTML + ";charset=utf-8").entity(text(ended, wording))
            .header(HttpHeaders.CONTENT_LANGUAGE, wording.tag()).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
            // The address holds a code: it is kept nowhere and told to nobody.
            .header("Cache-Control", "no-store").header("Referrer-Policy", "no-referrer")
            .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'").header("X-Content-Type-Options", "nosniff").build();
    }

    private String text(Ended ended, Wording wording) {
        var system = ended.account() == null ? "" : " \u2013 " + accounts.connector(ended.account().system()).label();
        var said = wording.labels(Group.AUTHORIZATION).get(Words.of(ended.outcome()));
        return PAGE.formatted(wording.tag(), system, said.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + said.substring(1));
    }

    private static int status(Authorizing.Outcome outcome) {
        return switch (outcome) {
            case ALLOWED -> 200;
            case REFUSED -> 403;
            case OVER -> 400;
            case FAILED -> 502;
            case UNREACHABLE -> 503;
        };
    }
}
