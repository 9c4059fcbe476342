package nl.koppelwerk.systems.accounton;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.mapping.Codec;
import nl.koppelwerk.mapping.Missing;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.EmailAddress;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Value;

/** The colleague who is responsible, whom Accounton knows by an e-mail address alone: a name is left out with its reason, or it would refuse the whole client. */
record ColleagueEmail(Codec<String> inner) implements Codec<String> {

    @Override public String name() { return "e-mail of a colleague, as " + inner.name(); }

    @Override public Value<String> read(JsonNode node, Missing missing) { return inner.read(node, missing); }

    @Override public JsonNode write(String value, References references) { return inner.write(value, references); }

    @Override public JsonNode shown(String value) { return inner.shown(value); }

    @Override public List<Reason> problems(String value, References references) {
        var problems = new ArrayList<>(inner.problems(value, references));
        if (EmailAddress.TYPE.parse(value) instanceof Value.Invalid<?> invalid) problems.add(new Reason(invalid.reason()));
        return problems;
    }
}
