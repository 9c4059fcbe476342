package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.ReasonCode.PAIR_CUT;
import static nl.koppelwerk.relation.ReasonCode.RESTORED;
import static org.assertj.core.api.Assertions.assertThat;

import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Question.Answered;
import nl.koppelwerk.reconcile.Question.Both;
import nl.koppelwerk.reconcile.Question.Choice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an applied plan leaves behind, and how a person ends that. */
class RemediesOfPlansTest extends FollowedRemedy {

    private static final String OLD = "info@bakker.example";
    private static final String NEW = "post@bakker.example";
    private static final String OTHER = "bakkerij@bakker.example";

    @BeforeEach void two_that_agree() { scene = Scene.ofTwoPairedCompanies().bothHold(EMAIL, NEW).inSync(); }

    @Test @Follows(RESTORED) void what_was_put_back_and_is_changed_on_either_side_is_the_same_again() {
        for (Side side : Side.values()) {
            two_that_agree();
            scene.wanted.add(new Wanted.Put("1", "anna", scene.now, TARGET, scene.pair.target(), PartKey.ROOT, EMAIL, EMAIL.type().parse(OLD), EMAIL.type().parse(NEW), EMAIL.type().parse(NEW), false));
            scene.looksAt(SOURCE);
            assertThat(named(said(RESTORED))).isEqualTo(TARGET);

            scene.types(side, EMAIL, OTHER).looksAt(side);

            isQuietlyInSync(EMAIL, OTHER);
        }
    }

    @Test @Follows(PAIR_CUT) void a_pair_that_was_cut_and_is_released_is_one_again() {
        scene.wanted.add(new Wanted.Cut("1", "anna", scene.now));
        scene.looksAt(SOURCE);
        said(PAIR_CUT);
        scene.types(SOURCE, EMAIL, OTHER);

        scene.answered.add(new Answered(PAIR_CUT, "", Choice.RELEASE, "", new Both("", "")));
        scene.looksAt(SOURCE);

        isQuietlyInSync(EMAIL, OTHER);
    }
}
