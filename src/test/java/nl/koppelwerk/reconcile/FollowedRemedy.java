package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInfo;

/** Engine.md section 2: a look gives a reason, somebody does what its remedy says, and the record is the same on both sides. */
abstract class FollowedRemedy {

    Scene scene = new Scene();
    private final Set<ReasonCode> given = EnumSet.noneOf(ReasonCode.class);

    /** What the last look said for that reason: once, in whole sentences. */
    Reason said(ReasonCode code) {
        var reasons = scene.settlement.reasons().stream().filter(reason -> reason.code() == code).toList();
        assertThat(reasons).as("%s among %s", code, scene.settlement.reasons()).isNotEmpty();
        assertThat(reasons).extracting(Reason::subject).doesNotHaveDuplicates();
        Stream.concat(reasons.stream(), asked(code).stream().map(Question::reason)).forEach(FollowedRemedy::isWhole);
        given.add(code);
        return reasons.get(0);
    }

    /** The open question for that reason, which a person can answer. */
    Question question(ReasonCode code) {
        said(code);
        assertThat(asked(code)).hasSize(1);
        assertThat(scene.settlement.state()).isEqualTo(State.HELD);
        return asked(code).get(0);
    }

    private List<Question> asked(ReasonCode code) {
        return scene.settlement.questions().stream().filter(question -> question.code() == code).toList();
    }

    private static void isWhole(Reason reason) {
        for (String sentence : List.of(reason.text(), reason.remedy()))
            assertThat(sentence).as("%s", reason).doesNotContain("{", "}", "  ", " .").isEqualTo(sentence.strip());
    }

    /** The side that the sentence sends a person to. */
    Side named(Reason reason) {
        return Stream.of(Side.values()).filter(side -> scene.rulebook.dialect(side).label().equals(reason.details().get("system"))).findFirst().orElseThrow();
    }

    void isInSync(Field<?> field, String text) {
        assertThat(scene.settlement.state()).as("%s", scene.settlement.reasons()).isEqualTo(State.IN_SYNC);
        assertThat(scene.settlement.questions()).isEmpty();
        String canonical = field.type().parse(text).text();
        assertThat(scene.held(SOURCE, field)).isEqualTo(canonical);
        assertThat(scene.held(TARGET, field)).isEqualTo(canonical);
    }

    /** In sync, and nothing is left to say. */
    void isQuietlyInSync(Field<?> field, String text) {
        isInSync(field, text);
        assertThat(scene.settlement.reasons()).isEmpty();
    }

    void answers(Question question, String subject, Question.Choice choice) {
        var both = question.values().getOrDefault(subject, new Question.Both("", ""));
        scene.answered.add(new Question.Answered(question.code(), subject, choice, "", both));
    }

    void chooses(Question question, String root) {
        assertThat(question.values()).containsKey(root);
        scene.answered.add(new Question.Answered(question.code(), question.subject(), Question.Choice.VALUE, root, new Question.Both("", "")));
    }

    @AfterEach void every_reason_that_is_followed_was_given(TestInfo test) {
        var follows = test.getTestMethod().map(method -> method.getAnnotation(Follows.class)).map(Follows::value);

        follows.ifPresent(codes -> assertThat(given).containsAll(Arrays.asList(codes)));
    }
}
