package nl.koppelwerk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Engine.md section 3, rule 6: a system answers in its own spelling, and a sign that says something is no spelling. */
class SpellingTest {

    @ParameterizedTest @CsvSource(delimiter = '|', value = {
        "name | Bakker B.V. | BAKKER BV",
        "name | Ærø  ApS | ærø aps",
        "email | Info@Bakker.example | info@bakker.example",
        "website | https://bakker.example/ | HTTPS://bakker.example",
        "visitAddress | street=Kade\\nhouseNumber=12 A | street=KADE\\nhouseNumber=12a"})
    void one_value_is_spelt_in_two_ways(String field, String one, String other) { assertThat(isSame(field, one, other)).isTrue(); }

    @ParameterizedTest @CsvSource(delimiter = '|', value = {
        "paymentDays | 14 | -14",
        "creditLimit | 1.5 | 15",
        "email | jan.smit@bakker.example | jansmit@bakker.example",
        "invoiceEmail | a-b@bakker.example | ab@bakker.example",
        "website | https://jan-smit.example | https://jansmit.example",
        "visitAddress | street=Kade\\nhouseNumber=259 | street=Kade\\nhouseNumber=25-9",
        "name | Groep 1-2 | Groep 12",
        "name | - | ."})
    void two_values_differ_in_a_sign_alone(String field, String one, String other) { assertThat(isSame(field, one, other)).isFalse(); }

    private static boolean isSame(String name, String one, String other) {
        boolean isSame = Spelling.same(value(name, one), value(name, other));
        assertThat(Spelling.same(value(name, other), value(name, one))).isEqualTo(isSame);
        return isSame;
    }

    private static Value<?> value(String name, String text) { return Fields.named(name).orElseThrow().type().parse(text.replace("\\n", "\n")); }
}
