package nl.koppelwerk.sandbox.adminconsult;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SwitchPanel;

/** The addresses behind a token: which call is answered by what. Nothing is written here. */
record AdcApi(AdcRecords records, AdcLog log, AdcTaskflows taskflows, AdcPages pages, AdcView view, AdcAccess access, AdcErrors errors, SwitchPanel switches) {

    Answer answer(Call call, List<String> steps) {
        if (!call.method().equals("GET")) {
            throw errors.refused(405, "The requested resource does not support http method '" + call.method() + "'.");
        }
        return switch (String.join("/", steps).replaceAll("\\d+", "#")) {
            case "apisettings" -> settings();
            case "customers" -> customers(call);
            case "customers/#" -> Answer.json(200, view.customer(found(steps.get(1))));
            case "customers/#/private" -> Answer.json(200, view.personal(person(steps.get(1))));
            case "customeraddresses" -> ofCustomers(call, AdcView.ADDRESS, view::addresses);
            case "customerlinkcustomer" -> links(call);
            case "customeremails" -> ofCustomers(call, AdcView.EMAIL, kept -> Stream.of(view.email(kept)).filter(email -> !email.get("Email").asText().isEmpty()));
            case "customercrmtypes" -> pages.whole(view.types());
            case "customer/changes" -> pages.whole(log.fitting(pages.filter(call, AdcLog.FIELDS)));
            case "taskflow/tasks" -> taskflows.tasks(call);
            case "taskflow/tasks/#/data" -> taskflows.data(call, steps.get(2));
            default -> throw errors.refused(404, "No HTTP resource was found that matches the request URI.");
        };
    }

    private Answer settings() {
        return Answer.json(200, Json.object().put("DefaultRecordsPerPage", pages.standard()).put("MaxRecordsPerPage", pages.most())
                .put("DurationToken", Math.max(1, (int) switches.number("token-seconds") / 60)).put("RateLimit", access.rateLimit()));
    }

    private Answer customers(Call call) {
        var filter = pages.filter(call, AdcView.CUSTOMER);
        var all = records.customers(filter).filter(one -> one.path("IsActive").asBoolean() || switches.is("inactive", "included"));
        return pages.page(call, all.map(view::customer).filter(filter.fits()));
    }

    private Answer ofCustomers(Call call, List<String> fields, Function<ObjectNode, Stream<ObjectNode>> rows) {
        var filter = pages.filter(call, fields);
        return pages.page(call, records.customers(filter).flatMap(rows).filter(filter.fits()));
    }

    private Answer links(Call call) {
        var filter = pages.filter(call, AdcView.LINK);
        return pages.page(call, records.links().stream().map(view::link).filter(filter.fits()));
    }

    private ObjectNode found(String id) {
        return records.customer(id).orElseThrow(errors::nothingFound);
    }

    private ObjectNode person(String id) {
        var found = found(id);
        if (found.path("IsCompany").asBoolean()) {
            throw errors.nothingFound();
        }
        return found;
    }
}
