package nl.koppelwerk.reconcile;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.koppelwerk.reconcile.Question.Both;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.link.Baseline;
import nl.koppelwerk.link.PartKey;

/** The open questions of a look; differences that stand and that only a person can end are asked at every look until the two agree. */
final class Standing {

    private static final Set<ReasonCode> ASKED = EnumSet.of(ReasonCode.NOT_TAKEN_OVER, ReasonCode.ANSWERED_OTHERWISE);

    private Standing() {}

    /** All that is open now: field by field, but one question for a whole pair that met for the first time. */
    static List<Question> questions(Findings findings) {
        List<Question> open = new ArrayList<>();
        Map<String, Both> firstMeeting = new TreeMap<>();
        for (var question : findings.questions)
            if (question.code() == ReasonCode.FIRST_MEETING_DIFFERS) firstMeeting.putAll(question.values());
            else open.add(question);
        if (!firstMeeting.isEmpty()) open.add(new Question(ReasonCode.FIRST_MEETING_DIFFERS, "", firstMeeting));
        findings.standing.forEach((subject, reason) -> {
            if (ASKED.contains(reason.code())) open.add(new Question(reason, Map.of(subject, both(findings, subject))));
        });
        return open;
    }

    private static Both both(Findings findings, String subject) {
        return new Both(text(findings.source, subject), text(findings.target, subject));
    }

    private static String text(Baseline baseline, String subject) {
        int slash = subject.lastIndexOf('/');
        PartKey part = PartKey.parse(slash < 0 ? "" : subject.substring(0, slash));
        String name = subject.substring(slash + 1);
        return baseline.of(part).fields().stream().filter(field -> field.name().equals(name)).findFirst()
            .map((Field<?> field) -> baseline.of(part, field).text()).orElse(null);
    }
}
