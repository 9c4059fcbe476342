package nl.koppelwerk.systems.adminconsult;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Reply;
import nl.koppelwerk.systems.Turn;

/** Rows of one resource: a page of them, all that a filter finds, or all that belongs to many customers. */
@ApplicationScoped
class AdminConsultRows {

    /** What is refused as too long is asked for in halves; so few ids are too long for no server. */
    private static final int FEW = 20;

    private final AdminConsultCalls calls;
    private final AdminConsultChoices choices;

    AdminConsultRows(AdminConsultCalls calls, AdminConsultChoices choices) {
        this.calls = calls;
        this.choices = choices;
    }

    /** One page, and the road to the next one, empty at the end. Nothing found is a page without rows. */
    Turn page(String road, Asked asked, BiFunction<List<ObjectNode>, String, Turn> then, Function<Answer, Turn> otherwise) {
        var path = road.replaceFirst("\\?.*", "");
        return calls.ask(calls.get(road), reply -> {
            var rows = rows(reply);
            var next = NextLink.of(reply.header("link"), asked.account().baseUrl(), path).filter(link -> !link.equals(road));
            return rows.isPresent() && next.isPresent() ? then.apply(rows.get(), next.get()) : otherwise.apply(calls.replies().unreadable());
        }, answer -> answer instanceof Answer.Gone ? then.apply(List.of(), "") : otherwise.apply(calls.replies().ofList(answer)));
    }

    /** Each row is an object, or none of them can be trusted. */
    private static Optional<List<ObjectNode>> rows(Reply reply) {
        var rows = new ArrayList<ObjectNode>();
        var all = reply.json().filter(JsonNode::isArray);
        all.ifPresent(array -> array.forEach(row -> { if (row instanceof ObjectNode object) rows.add(object); }));
        return all.filter(array -> array.size() == rows.size()).map(array -> rows);
    }

    Turn all(String path, Query query, Asked asked, Function<List<ObjectNode>, Turn> then, Function<Answer, Turn> otherwise) {
        return all(query.text().isEmpty() ? path : path + "?" + query.text(), asked, List.of(), then, otherwise);
    }

    private Turn all(String road, Asked asked, List<ObjectNode> before, Function<List<ObjectNode>, Turn> then, Function<Answer, Turn> otherwise) {
        return page(road, asked, (rows, next) -> {
            var sofar = new ArrayList<>(before);
            sofar.addAll(rows);
            return next.isEmpty() ? then.apply(sofar) : all(next, asked, sofar, then, otherwise);
        }, otherwise);
    }

    /** @param condition with {@code %s} where the list of ids stands */
    Turn of(String path, String condition, List<String> ids, int size, Asked asked, Function<List<ObjectNode>, Turn> then) {
        return chunks(path, condition, ids, size, asked, List.of(), then);
    }

    private Turn chunks(String path, String condition, List<String> ids, int size, Asked asked, List<ObjectNode> before, Function<List<ObjectNode>, Turn> then) {
        if (ids.isEmpty()) return then.apply(before);
        int many = fitting(condition, ids);
        return chunk(path, condition, ids.subList(0, many), size, asked, rows -> {
            var sofar = new ArrayList<>(before);
            sofar.addAll(rows);
            return chunks(path, condition, ids.subList(many, ids.size()), size, asked, sofar, then);
        });
    }

    private Turn chunk(String path, String condition, List<String> ids, int size, Asked asked, Function<List<ObjectNode>, Turn> then) {
        int half = ids.size() / 2;
        return all(path, query(condition, ids).and("per_page", size), asked, then, answer -> answer != AdminConsultPhrasing.TOO_LONG || ids.size() <= FEW ? Turn.said(answer)
            : chunk(path, condition, ids.subList(0, half), size, asked, first -> chunk(path, condition, ids.subList(half, ids.size()), size, asked, second -> {
                var both = new ArrayList<>(first);
                both.addAll(second);
                return then.apply(both);
            })));
    }

    private int fitting(String condition, List<String> ids) {
        int many = ids.size();
        while (many > 1 && query(condition, ids.subList(0, many)).text().length() > choices.longestFilter()) many = many * 3 / 4;
        return many;
    }

    private static Query query(String condition, List<String> ids) { return Query.NONE.and("Filter", String.format(condition, "(" + String.join(",", ids) + ")")); }
}
