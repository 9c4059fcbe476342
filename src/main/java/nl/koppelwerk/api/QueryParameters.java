package nl.koppelwerk.api;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.relation.Phrase;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A parameter of the address that is misspelt does not pass for one that was left out. */
public final class QueryParameters {

    @ServerRequestFilter
    public void known(UriInfo asked, ResourceInfo call) {
        // Vendors add what they like (RFC 6749, section 4.1.2).
        if (call.getResourceClass() == CallbackResource.class) return;
        var known = Arrays.stream(call.getResourceMethod().getParameters()).flatMap(QueryParameters::names).toList();
        asked.getQueryParameters().keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> refuse(name, known));
    }

    private static void refuse(String name, List<String> known) {
        throw Refusal.malformed("", known.isEmpty() ? Phrase.PARAMETERS_NONE.with("name", name) : Phrase.PARAMETER_UNKNOWN.with("name", name).with("known", String.join(", ", known)));
    }

    private static Stream<String> names(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class) ? Arrays.stream(parameter.getType().getFields()).flatMap(QueryParameters::name) : name(parameter);
    }

    private static Stream<String> name(AnnotatedElement element) { return Stream.ofNullable(element.getAnnotation(QueryParam.class)).map(QueryParam::value); }
}
