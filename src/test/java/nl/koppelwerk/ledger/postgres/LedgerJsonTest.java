package nl.koppelwerk.ledger.postgres;

import static nl.koppelwerk.relation.Fields.CREDIT_LIMIT;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.KVK_NUMMER;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.PHONE;
import static nl.koppelwerk.relation.Fields.VISIT_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.Baseline;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Partners;
import nl.koppelwerk.link.Sent;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Question;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;

class LedgerJsonTest {

    private static final PartKey CONTACT = new PartKey(PartKind.CONTACT, "AC-C:1/x");
    private static final Values VALUES = Values.NONE.with(NAME, "'s-Gravenhage \uD83D\uDE00 \"q\"").with(EMAIL, "").with(KVK_NUMMER, "12")
        .with(PHONE, "06-12345678").with(VISIT_ADDRESS, VISIT_ADDRESS.type().of(Address.of("Çelikstraat", "12 bis", "1234ab", "IJsselstein", "NL")));

    @Test
    void present_empty_absent_and_invalid_values_come_back_as_they_were() {
        var read = LedgerJson.values(LedgerJson.of(VALUES));

        assertThat(read).isEqualTo(VALUES);
        assertThat(read.get(KVK_NUMMER)).isInstanceOf(Value.Invalid.class);
        assertThat(read.get(EMAIL).isEmpty()).isTrue();
    }

    /** Only its own system's form of it told why: an amount in dollars is no amount of euros. */
    @Test
    void an_invalid_value_keeps_its_reason() {
        var values = Values.NONE.with(CREDIT_LIMIT, new Value.Invalid<>("USD 5", ReasonCode.CURRENCY_FOREIGN));

        assertThat(LedgerJson.values(LedgerJson.of(values))).isEqualTo(values);
    }

    @Test
    void a_relation_comes_back_whole() {
        var relation = new Relation(Kind.ORGANISATION, VALUES, List.of(new Part(PartKind.CONTACT, "C-1", VALUES, Map.of("Person", "P-1"), "ref")),
            Set.of(Mark.ARCHIVED), Map.of("VisitingAddress", "A-1"), "AC-1", Set.of(PartKind.CONTACT));

        assertThat(RecordJson.relation(RecordJson.of(relation))).isEqualTo(relation);
    }

    @Test
    void a_pair_comes_back_with_its_baselines_partners_and_recent_writes() {
        var sent = new Sent(Side.TARGET, CONTACT, EMAIL, Value.empty(), EMAIL.type().parse("a@b.nl"), Value.absent(), Instant.parse("2026-03-02T08:00:00.123456Z"), true);
        var baseline = Baseline.NONE.with(PartKey.ROOT, NAME, NAME.type().parse("A")).with(CONTACT, EMAIL, Value.empty());
        var pair = new Pair("debtor", "S", "T", baseline, Baseline.NONE, List.of(new Partners(CONTACT, "s", "")), Set.of(Side.TARGET),
            List.of(sent), Map.of("phone", new Reason(ReasonCode.NOT_TAKEN_OVER, "phone", Map.of("system", "Tribe CRM"))));

        var read = PairJson.pair("debtor", "S", "T", PairJson.baseline(PairJson.of(baseline)), PairJson.baseline(PairJson.of(Baseline.NONE)), PairJson.rest(pair));

        assertThat(read).isEqualTo(pair);
    }

    @Test
    void writes_questions_and_answers_come_back() {
        var write = new Step.Write(Side.TARGET, "", Kind.PERSON, CONTACT, "", "Address", "", Step.Action.CREATE, VALUES, Values.NONE, VALUES, "", "AC-1", 2);
        var question = new Question(new Reason(ReasonCode.NOT_TAKEN_OVER, "phone", Map.of("system", "Tribe CRM")), Map.of("phone", new Question.Both("06", null)));
        var answer = new Question.Answered(ReasonCode.BOTH_SIDES_CHANGED, "phone", Question.Choice.VALUE, "07", new Question.Both(null, "08"));

        assertThat(RecordJson.write(RecordJson.of(write))).isEqualTo(write);
        assertThat(RecordJson.question(RecordJson.of(question))).isEqualTo(question);
        assertThat(RecordJson.answered(RecordJson.of(answer))).isEqualTo(answer);
    }
}
