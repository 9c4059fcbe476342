package nl.koppelwerk.systems.economic;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Said;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.CheckUp;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Replies;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Exchange;

/** What an agreement has in the lists that a new customer must name an entry of, and whether the hub may work there. */
@ApplicationScoped
@Named("economicOffice")
@Unremovable
public class EconomicOffice {

    /** The most that e-conomic gives at once. */
    private static final int MOST = 1000;
    /** Far above any agreement's lists. */
    private static final int MOST_PAGES = 50;

    private static final List<ListOf> LISTS = List.of(
        new ListOf(EconomicTables.CUSTOMER_GROUPS, "customerGroupNumber", "name", row -> true),
        new ListOf(EconomicTables.TERMS_OF_PAYMENT, "paymentTermsNumber", "name", row -> true),
        new ListOf(EconomicTables.VAT_ZONES, "vatZoneNumber", "name", row -> row.path("enabledForCustomer").asBoolean(false)),
        new ListOf(EconomicTables.CURRENCIES, "code", "code", row -> true));

    /** @param name as e-conomic's address and our list call it */
    private record ListOf(String name, String number, String title, Predicate<JsonNode> wanted) {

        /** Two entries of one name are told apart by their numbers. */
        void add(JsonNode row, Map<String, String> names) {
            var value = row.path(number).asText("");
            if (value.isEmpty() || !wanted.test(row)) return;
            var called = row.path(title).asText(value).strip();
            names.putIfAbsent(names.containsKey(called) && !names.get(called).equals(value) ? called + " (" + value + ")" : called, value);
        }
    }

    private final EconomicCalls calls;

    EconomicOffice(EconomicCalls calls) { this.calls = calls; }

    public Turn references() { return lists(LISTS, new LinkedHashMap<>()); }

    private Turn lists(List<ListOf> left, Map<String, Map<String, String>> lists) {
        if (left.isEmpty()) return Turn.said(new References(lists));
        return page(left.get(0), 0, new TreeMap<>(), names -> {
            lists.put(left.get(0).name(), names);
            return lists(left.subList(1, left.size()), lists);
        });
    }

    private Turn page(ListOf list, int page, Map<String, String> names, Function<Map<String, String>, Turn> then) {
        var query = Query.NONE.and("pagesize", MOST).andIf(page > 0, "skippages", page);
        return Turn.ask(calls.get("/" + list.name(), query), calls.replies(), (reply, wire) -> {
            var rows = wire.path("collection");
            if (!rows.isArray()) return Turn.said(calls.replies().unreadable());
            rows.forEach(row -> list.add(row, names));
            boolean isEnd = rows.size() < MOST || page + 1 >= MOST_PAGES;
            return isEnd ? then.apply(names) : page(list, page + 1, names, then);
        }).unless(answer -> Turn.said(calls.replies().ofList(answer)));
    }

    public Turn check(Exchange exchange) {
        var account = Asked.of(exchange, Side.SOURCE).account();
        return Turn.ask(calls.get("/self", Query.NONE), calls.replies(), (reply, self) -> customers(agreement(account.number(), self)))
            .unless(answer -> isForbidden(answer) ? CheckUp.from("rights").apply(withoutRights(answer, "this-agreement")) : CheckUp.from("credentials").apply(answer));
    }

    private Turn customers(Connector.Check agreement) {
        return Turn.ask(calls.get("/customers", Query.NONE.and("pagesize", 1)), calls.replies(), (reply, found) -> customersApi(agreement))
            .unless(answer -> CheckUp.from("rights").apply(withoutRights(answer, "customers")));
    }

    /** It answers a bare number. */
    private Turn customersApi(Connector.Check agreement) {
        return new Turn.Ask(calls.customersApi("Customers/count", Query.NONE), calls.replies(), reply -> reply.json().filter(JsonNode::isNumber).isPresent()
            ? Turn.said(CheckUp.well(agreement)) : Turn.said(calls.replies().unreadable()),
            answer -> CheckUp.from("rights").apply(withoutRights(answer, "customers-api")), "");
    }

    /** Only then the vendor's own words are among the details. */
    private static boolean isForbidden(Answer answer) {
        return answer instanceof Answer.Denied denied && denied.reason().details().containsKey("answer");
    }

    /** The tokens themselves are good, so it is a role or a module that is missing. */
    private Answer withoutRights(Answer answer, String what) {
        if (!(answer instanceof Answer.Denied) || Replies.isUntrusted(answer)) return answer;
        return new Answer.Denied(calls.replies().reason(ReasonCode.VENDOR_REFUSED,
            Phrase.NO_RIGHTS.with("what", Said.word("word." + what)).kept()));
    }

    private static Connector.Check agreement(String expected, JsonNode self) {
        var number = self.path("agreementNumber").asText("");
        boolean same = number.equals(expected);
        return new Connector.Check("agreement", same, same ? "" : Phrase.OTHER_AGREEMENT.with("own", number.isEmpty() ? "?" : number).with("asked", expected.isEmpty() ? "-" : expected).kept());
    }
}
