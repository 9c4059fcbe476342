package nl.koppelwerk.api;

import static jakarta.ws.rs.core.HttpHeaders.ACCEPT_LANGUAGE;
import static jakarta.ws.rs.core.HttpHeaders.CONTENT_LANGUAGE;
import static jakarta.ws.rs.core.HttpHeaders.VARY;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.koppelwerk.relation.Wording;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says in which language an answer speaks; files have their own, and a problem document whose language is not said is English. */
public final class ToldLanguage {

    @ServerResponseFilter
    public void say(ContainerRequestContext request, ContainerResponseContext answer) {
        var type = answer.getMediaType();
        if (!answer.hasEntity() || type == null) return;
        if (type.toString().startsWith(Problem.MEDIA_TYPE)) say(answer);
        else if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) say(AcceptLanguage.of(request.getHeaders().getOrDefault(ACCEPT_LANGUAGE, List.of())), answer);
    }

    private static void say(ContainerResponseContext problem) {
        problem.getHeaders().putIfAbsent(CONTENT_LANGUAGE, List.of(Wording.EN.tag()));
        problem.getHeaders().add(VARY, ACCEPT_LANGUAGE);
    }

    private static void say(Wording wording, ContainerResponseContext answer) {
        answer.getHeaders().putSingle(CONTENT_LANGUAGE, wording.tag());
        answer.getHeaders().add(VARY, ACCEPT_LANGUAGE);
    }
}
