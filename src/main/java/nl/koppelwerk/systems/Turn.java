package nl.koppelwerk.systems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import nl.koppelwerk.reconcile.Answer;

/** A conversation with a vendor at one moment: what is asked next, or what came of it. */
public sealed interface Turn {

    boolean asks();

    /**
     * @param reading   how replies that are no success are read
     * @param then      what follows from a success
     * @param otherwise what such a failure means here
     * @param refused   the proof that was refused when this was asked before, or empty
     */
    record Ask(Call call, Replies reading, Function<Reply, Turn> then, Function<Answer, Turn> otherwise, String refused)
        implements Turn {

        @Override public boolean asks() { return true; }

        /** The same question, where a failure means something else. */
        public Ask unless(Function<Answer, Turn> meaning) { return new Ask(call, reading, then, meaning, refused); }

        Ask afterRefusalOf(String proof) { return new Ask(call, reading, then, otherwise, proof); }

        Turn heard(Reply reply) {
            return reading.failure(call, reply).map(otherwise).orElseGet(() -> then.apply(reply));
        }
    }

    /** The end: an {@link Answer}, or what else the route promises. */
    record Said(Object answer) implements Turn {
        @Override public boolean asks() { return false; }
    }

    static Turn said(Object answer) { return new Said(answer); }

    /** Asks for a JSON object; anything else that comes with a success is garbled. */
    static Ask ask(Call call, Replies reading, BiFunction<Reply, ObjectNode, Turn> then) {
        return new Ask(call, reading, reply -> reply.object().map(json -> then.apply(reply, json))
            .orElseGet(() -> said(reading.garbled(call))), Turn::said, "");
    }

    /** Asks for a JSON array; anything else that comes with a success is garbled. */
    static Ask askAll(Call call, Replies reading, Function<List<JsonNode>, Turn> then) {
        return new Ask(call, reading, reply -> reply.json().filter(JsonNode::isArray).map(all -> then.apply(StreamSupport.stream(all.spliterator(), false).toList()))
            .orElseGet(() -> said(reading.garbled(call))), Turn::said, "");
    }
}
