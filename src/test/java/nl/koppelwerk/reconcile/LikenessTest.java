package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.CVR_NUMMER;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.FIRST_NAMES;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.PARTNER_RIJKSREGISTERNUMMER;
import static nl.koppelwerk.relation.Fields.RIJKSREGISTERNUMMER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Question.Answered;
import nl.koppelwerk.reconcile.Question.Both;
import nl.koppelwerk.reconcile.Question.Choice;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Matching by customer number, CVR, EAN and e-mail, in this order, between e-conomic and Clickmate. */
class LikenessTest {

    private static final Values COMPANY = Values.NONE.with(NAME, "Nordlys Cykler ApS").with(CVR_NUMMER, "12345674").with(EMAIL, "post@nordlys.example");

    private final Scene scene = new Scene();

    @BeforeEach void a_customer_of_e_conomic_is_new() {
        scene.rulebook = OfficeRules.ofDanishOffice(Map.of());
        scene.has(SOURCE, "1042", COMPANY);
        scene.pair = Pair.firstSeen("relation", SOURCE, "1042");
    }

    @Test void a_free_customer_with_the_same_cvr_number_is_the_same() {
        found(candidate("CLK-1", "", COMPANY, 1));

        assertThat(scene.looksAt(SOURCE).pair().target()).isEqualTo("CLK-1");
    }

    @Test void what_a_weaker_key_finds_does_not_count_beside_what_a_stronger_one_found() {
        found(candidate("CLK-1", "", COMPANY, 1), candidate("CLK-2", "", COMPANY.with(CVR_NUMMER, "").with(NAME, "Per"), 3));

        assertThat(scene.looksAt(SOURCE).pair().target()).isEqualTo("CLK-1");
    }

    /** The proof of an import: the dossier of a couple named the partner's number and not the client's own, and the client was shown as new. */
    @Test void a_dossier_without_the_clients_own_number_is_not_told_apart_by_the_number_of_the_partner() {
        var an = Values.NONE.with(FIRST_NAMES, "An").with(LAST_NAME, "Peeters").with(EMAIL, "an@peeters.example");
        var client = new Relation(Kind.PERSON, an.with(RIJKSREGISTERNUMMER, "85073003427"), List.of());
        var dossier = new Relation(Kind.PERSON, an.with(PARTNER_RIJKSREGISTERNUMMER, "93051822361"), List.of());

        assertThat(Likeness.of(OfficeRules.ofImports(), new Sighting(SOURCE, "APR1", client, "", null, scene.now), new Sighting(TARGET, "acc-1", dossier, "", null, scene.now))).isEqualTo(Likeness.SAME);
    }

    @Test void a_company_with_the_same_e_mail_address_and_another_cvr_number_is_another_one() {
        found(candidate("CLK-1", "", COMPANY.with(CVR_NUMMER, "13585628"), 3));

        var settlement = scene.looksAt(SOURCE);

        assertThat(settlement.outcome()).isEqualTo(Settlement.Outcome.CREATED);
        assertThat(settlement.pair().target()).isNotEqualTo("CLK-1");
    }

    @Test void one_that_names_another_customer_number_is_asked_about() {
        found(candidate("CLK-1", "1050", COMPANY, 1));

        var settlement = scene.looksAt(SOURCE);

        assertThat(settlement.questions()).extracting(Question::code).containsExactly(ReasonCode.AMBIGUOUS_MATCH);
        assertThat(scene.writes()).isEmpty();
    }

    @Test void a_person_who_chooses_it_makes_the_two_one() {
        found(candidate("CLK-1", "1050", COMPANY, 1));
        scene.answered.add(new Answered(ReasonCode.AMBIGUOUS_MATCH, "", Choice.VALUE, "CLK-1", new Both("", "")));

        assertThat(scene.looksAt(SOURCE).pair().target()).isEqualTo("CLK-1");
    }

    @Test void a_person_who_says_that_it_is_none_of_them_lets_a_new_one_be_made() {
        found(candidate("CLK-1", "1050", COMPANY, 1));
        scene.answered.add(new Answered(ReasonCode.AMBIGUOUS_MATCH, "", Choice.RELEASE, "", new Both("", "")));

        assertThat(scene.looksAt(SOURCE).outcome()).isEqualTo(Settlement.Outcome.CREATED);
    }

    @Test void several_of_the_same_strength_are_asked_about() {
        found(candidate("CLK-1", "", COMPANY, 1), candidate("CLK-2", "", COMPANY, 1));

        assertThat(scene.looksAt(SOURCE).reasons()).extracting(Reason::code).containsExactly(ReasonCode.AMBIGUOUS_MATCH);
    }

    private Answer.Candidate candidate(String root, String reference, Values values, int key) {
        scene.systems.get(TARGET).put(root, new Relation(Kind.ORGANISATION, values, List.of(), Set.of(), Map.of(), reference, Set.of()));
        return new Answer.Candidate(root, "", "", false, key);
    }

    private void found(Answer.Candidate... candidates) { scene.answers(Step.Search.class, new Answer.Candidates(List.of(candidates))); }
}
