package nl.koppelwerk.systems.adminpulse;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Function;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Codes;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.CheckUp;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Exchange;

/** Which taskflows an office has, and whether the hub may read its AdminPulse. */
@ApplicationScoped
@Named("adminPulseOffice")
@Unremovable
public class AdminPulseOffice {

    private final AdminPulseCalls calls;
    private final AdminPulseTasks tasks;
    private final AdminPulseReader reader;

    AdminPulseOffice(AdminPulseCalls calls, AdminPulseChoices choices, AdminPulseTasks tasks) {
        this.calls = calls;
        this.tasks = tasks;
        this.reader = choices.reader();
    }

    public Turn references(Exchange exchange) { return tasks.names(Asked.of(exchange, Side.SOURCE)); }

    /** A wrong key and a missing scope may come under one status; whether it is the key, the other address tells. */
    public Turn check() {
        return Turn.ask(calls.relations(0, 1), calls.replies(), (reply, page) -> task(ok -> record(page.path("results").path(0)), CheckUp.from("rights")))
            .unless(answer -> answer instanceof Answer.Denied
                ? task(ok -> CheckUp.from("rights").apply(lacking()), denied -> CheckUp.from("credentials").apply(answer)) : CheckUp.from("credentials").apply(answer));
    }

    private Answer lacking() {
        return new Answer.Denied(calls.replies().reason(ReasonCode.VENDOR_REFUSED, new AdminPulsePhrasing("relations.read").lacking()));
    }

    private Turn task(Function<JsonNode, Turn> then, Function<Answer, Turn> otherwise) {
        return Turn.ask(calls.tasks(0, 1, true, ""), calls.ofTasks(), (reply, page) -> then.apply(page)).unless(otherwise);
    }

    /** Here a wrong guess of the names shows itself. */
    private Turn record(JsonNode first) {
        try {
            if (!first.isMissingNode()) reader.relation(first, Codes.of(List.of()), Value.absent(), true);
            return Turn.said(CheckUp.well());
        } catch (Unreadable odd) {
            return CheckUp.from("record").apply(new Answer.Unreadable(calls.replies().reason(ReasonCode.UNMAPPABLE, odd.getMessage())));
        }
    }
}
