package nl.koppelwerk.relation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors of the contracts' identifiers.md, all of them. */
class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(strings = {"69599068", "68750110", "01234567", "6875.0110", " 68750110 "})
    void a_kvk_number_has_eight_digits(String typed) { accepts(KvkNummer.TYPE, typed); }

    @ParameterizedTest
    @ValueSource(strings = {"6875011", "687501101", "6875011A"})
    void anything_else_is_no_kvk_number(String typed) { refuses(KvkNummer.TYPE, typed, ReasonCode.KVK_FORMAT); }

    @ParameterizedTest
    @ValueSource(strings = "000037178598")
    void a_vestigingsnummer_has_twelve_digits(String typed) { accepts(Vestigingsnummer.TYPE, typed); }

    @ParameterizedTest
    @ValueSource(strings = {"111222333", "123456782", "800123451"})
    void an_rsin_passes_the_eleven_test(String typed) { accepts(Rsin.TYPE, typed); }

    @ParameterizedTest
    @ValueSource(strings = {"123456789", "000000000"})
    void an_rsin_that_fails_the_eleven_test_is_refused(String typed) { refuses(Rsin.TYPE, typed, ReasonCode.RSIN_CHECK); }

    @ParameterizedTest
    @ValueSource(strings = {"NL004495445B01", "NL800123451B01", "NL812345678B01", "NL111222333B01",
        "NL002455799B11", "NL000099998B57", "NL123456789B13", "NL301234567B73", "NL555000123B95", "nl 8001.23.451.b01"})
    void a_dutch_vat_number_passes_one_of_two_tests(String typed) { accepts(BtwNummer.TYPE, typed); }

    @ParameterizedTest
    @ValueSource(strings = {"NL123456789B90", "NL002455799B12", "NL864321019B01", "NL004495445B00", "NL00449544B01",
        "NL000000000B13", "004495445B01", "XX123"})
    void a_vat_number_that_passes_none_is_refused_and_never_padded(String typed) {
        refuses(BtwNummer.TYPE, typed, ReasonCode.BTW_CHECK);
    }

    @ParameterizedTest
    @CsvSource({"NL111222333B01, true", "NL002455799B11, false", "BE0411905847, false"})
    void a_dutch_vat_number_that_passes_the_eleven_test_only_may_hold_a_bsn(String typed, boolean expected) {
        assertThat(present(BtwNummer.TYPE, typed).mayHoldBsn()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0403019261", "0428759497", "0566988259", "0123456749", "1000000021", "1002345639",
        "BE0411905847", "BE 428759497", "0100007097", "0566.988.259"})
    void an_ondernemingsnummer_passes_its_check(String typed) { accepts(Ondernemingsnummer.TYPE, typed); }

    @ParameterizedTest
    @ValueSource(strings = {"0431150351", "0897221791", "0403019262", "1000000012", "2123456789"})
    void an_ondernemingsnummer_that_fails_it_is_refused(String typed) {
        refuses(Ondernemingsnummer.TYPE, typed, ReasonCode.KBO_CHECK);
        refuses(BtwNummer.TYPE, "BE" + typed, ReasonCode.BTW_CHECK);
    }

    @ParameterizedTest
    @CsvSource({"BE 428759497, BE0428759497", "BE0411905847, BE0411905847", "DK13585628, DK13585628", "DE 123456789, DE123456789"})
    void a_vat_number_keeps_its_country(String typed, String text) {
        assertThat(BtwNummer.TYPE.parse(typed).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13585628", "13748136", "12345674", "31415926", "20000007", "10000009", "DK13585628"})
    void a_cvr_number_passes_its_check(String typed) { accepts(CvrNummer.TYPE, typed); }

    @ParameterizedTest
    @ValueSource(strings = {"13585627", "12345678", "35254119", "01234567",
        "27182810", "27182811", "27182812", "27182813", "27182814", "27182815", "27182816", "27182817", "27182818", "27182819",
        "25000030", "25000031", "25000032", "25000033", "25000034", "25000035", "25000036", "25000037", "25000038", "25000039"})
    void a_cvr_number_that_fails_it_is_refused_and_some_stems_have_none(String typed) {
        refuses(CvrNummer.TYPE, typed, ReasonCode.CVR_CHECK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1012345678", "0000000001"})
    void a_p_number_is_not_checked(String typed) { accepts(PNummer.TYPE, typed); }

    @ParameterizedTest
    @ValueSource(strings = {"5790001330552", "5798000012349", "5790000000012", "8712345000004", "5412345000006"})
    void an_ean_number_passes_its_check(String typed) { accepts(EanNummer.TYPE, typed); }

    @ParameterizedTest
    @ValueSource(strings = {"5790001330553", "4006381333932", "579000133055"})
    void an_ean_number_that_fails_it_is_refused(String typed) { refuses(EanNummer.TYPE, typed, ReasonCode.EAN_CHECK); }

    @ParameterizedTest
    @ValueSource(strings = {"NL91ABNA0417164300", "NL20INGB0001234567", "BE68539007547034", "BE71096123456769",
        "BE32123456789002", "DK5000400440116243", "nl91 abna 0417 1643 00"})
    void an_iban_passes_its_check(String typed) { accepts(Iban.TYPE, typed); }

    @ParameterizedTest
    @ValueSource(strings = {"NL92ABNA0417164300", "BE68539007547035", "DK5000400440116244", "BE41091811735141"})
    void an_iban_that_fails_it_is_refused_also_where_only_belgiums_own_check_fails(String typed) {
        refuses(Iban.TYPE, typed, ReasonCode.IBAN_CHECK);
    }

    @ParameterizedTest
    @CsvSource({"INGBNL2A, true", "ingbnl2axxx, true", "INGBNL2, false", "INGB1L2A, false"})
    void a_bic_has_eight_or_eleven_characters(String typed, boolean valid) {
        assertThat(Bic.TYPE.parse(typed).isValid()).isEqualTo(valid);
    }

    private static <T> void accepts(ValueType<T> type, String typed) {
        var value = type.parse(typed);

        assertThat(value).isInstanceOf(Value.Present.class);
        assertThat(type.parse(value.text())).isEqualTo(value);
    }

    private static void refuses(ValueType<?> type, String typed, ReasonCode why) {
        assertThat(type.parse(typed)).isEqualTo(new Value.Invalid<>(typed, why));
    }

    private static <T> T present(ValueType<T> type, String typed) { return ((Value.Present<T>) type.parse(typed)).value(); }
}
