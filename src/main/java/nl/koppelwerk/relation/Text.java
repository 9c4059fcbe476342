package nl.koppelwerk.relation;

import static nl.koppelwerk.relation.ReasonCode.TEXT_CONTROL_CHARACTERS;

/** One line of any script, trimmed; emoji, quotes and right-to-left text stay, control characters are refused. */
public final class Text {

    public static final ValueType<String> TYPE =
        Checked.of(typed -> typed, typed -> !Blanks.hasControlCharacters(typed), TEXT_CONTROL_CHARACTERS, typed -> typed);

    private Text() { }
}
