package nl.koppelwerk.relation;

import static nl.koppelwerk.relation.ReasonCode.NUMBER_FORMAT;

/** A term in whole days; a negative one is due before the day it counts from (SnelStart, krediettermijn). */
public record Days(int count) {

    public static final ValueType<Days> TYPE = Checked.of(typed -> typed, text -> text.matches("-?[0-9]{1,5}"), NUMBER_FORMAT,
        text -> new Days(Integer.parseInt(text)));

    @Override public String toString() { return Integer.toString(count); }
}
