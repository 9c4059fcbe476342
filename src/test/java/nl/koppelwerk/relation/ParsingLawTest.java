package nl.koppelwerk.relation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ParsingLawTest {

    @Property(tries = 3000)
    void parsing_the_canonical_text_gives_the_value_again(@ForAll("fields") Field<?> field, @ForAll("typed") String typed) {
        var value = field.type().parse(typed);

        assertThat(field.type().parse(value.text())).isEqualTo(value);
    }

    @Provide
    Arbitrary<Field<?>> fields() { return Arbitraries.of(Fields.all()); }

    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(20),
            Arbitraries.strings().numeric().ofMinLength(7).ofMaxLength(12),
            Arbitraries.of("", "  ", "+31101234567", "NL91ABNA0417164300", "a,b,,a", ",", "male", "nl", "1986-05-12", "-0.50",
                "street=Kade\ncity=X", "1=Project\n2=", "info@çelik.nl", "https://x.example/?a=b", "EUR"));
    }
}
