package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.IntStream;
import nl.koppelwerk.relation.Gender;
import nl.koppelwerk.relation.Ondernemingsnummer;
import nl.koppelwerk.relation.Rijksregisternummer;
import nl.koppelwerk.sandbox.BelgianPerson.Kind;
import org.junit.jupiter.api.Test;

class BelgianPeopleTest {

    private final BelgianPeople people = new BelgianPeople(1);

    @Test
    void numbers_are_valid_agree_with_the_person_and_are_one_persons_alone() {
        var given = new HashSet<String>();
        IntStream.rangeClosed(1, 10_000).mapToObj(people::person).forEach(one -> {
            if (one.enterpriseNumber() != null) assertThat(given.add(new Ondernemingsnummer(one.enterpriseNumber()).digits())).isTrue();
            if (one.kind() == Kind.COMPANY) return;
            var number = new Rijksregisternummer(one.nationalNumber());
            assertThat(number.agreesWith(one.birthDate())).as("%s", one).isTrue();
            number.gender().ifPresent(gender -> assertThat(gender).isEqualTo(one.isMale() ? Gender.MALE : Gender.FEMALE));
            assertThat(given.add(one.nationalNumber())).isTrue();
        });
    }

    @Test
    void the_same_number_is_the_same_person_and_couples_know_and_live_with_each_other() {
        var couples = IntStream.rangeClosed(1, 1_000).mapToObj(people::person).filter(one -> one.partner() > 0).toList();

        assertThat(couples).hasSize(200).allSatisfy(one -> {
            assertThat(people.person(one.partner()).partner()).isEqualTo(one.number());
            assertThat(people.person(one.partner()).home()).isEqualTo(one.home());
            assertThat(new BelgianPeople(1).person(one.number())).isEqualTo(one);
        });
    }
}
