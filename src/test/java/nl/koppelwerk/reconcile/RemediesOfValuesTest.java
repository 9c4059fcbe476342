package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.*;
import static nl.koppelwerk.relation.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.mapping.Codecs;
import nl.koppelwerk.mapping.Missing;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A value that fails its check stops its own field, and crosses as soon as it is right. */
class RemediesOfValuesTest extends FollowedRemedy {

    record Row(ReasonCode code, Field<?> field, String typed, String corrected) {}

    static List<Row> rows() {
        return List.of(
            new Row(TEXT_CONTROL_CHARACTERS, TRADE_NAME, "De Krakeling\u0007", "De Krakeling"),
            new Row(KVK_FORMAT, KVK_NUMMER, "6875011A", "68750110"),
            new Row(VESTIGINGSNUMMER_FORMAT, VESTIGINGSNUMMER, "37178598", "000037178598"),
            new Row(RSIN_CHECK, RSIN, "123456789", "123456782"),
            new Row(BTW_CHECK, BTW_NUMMER, "NL123456789B90", "NL123456789B13"),
            new Row(KBO_CHECK, ONDERNEMINGSNUMMER, "0403019262", "0403019261"),
            new Row(RRN_CHECK, RIJKSREGISTERNUMMER, "85073003329", "98472899765"),
            new Row(CVR_CHECK, CVR_NUMMER, "13585627", "13585628"),
            new Row(P_NUMBER_FORMAT, P_NUMMER, "101234567", "1012345678"),
            new Row(EAN_CHECK, EAN_NUMMER, "5790001330553", "5790001330552"),
            new Row(OIN_FORMAT, OIN, "0000000100343437800", "00000001003434378000"),
            new Row(IBAN_CHECK, IBAN, "NL92ABNA0417164300", "NL91ABNA0417164300"),
            new Row(BIC_FORMAT, BIC, "ABNANL", "ABNANL2A"),
            new Row(PHONE_INVALID, PHONE, "0101234", "+31 10 123 4567"),
            new Row(EMAIL_FORMAT, EMAIL, "info@", "info@bakker.example"),
            new Row(EMAIL_SEVERAL, EMAIL, "info@bakker.example jan@bakker.example", "info@bakker.example"),
            new Row(WEBSITE_FORMAT, WEBSITE, "geen", "www.bakker.example"),
            new Row(DATE_FORMAT, BIRTH_DATE, "1986-02-30", "1986-02-28"),
            new Row(CODE_UNKNOWN, GENDER, "V", "FEMALE"),
            new Row(POSTCODE_FORMAT, VISIT_ADDRESS, "street=Coolsingel\npostalCode=3011\ncountry=NL", "street=Coolsingel\npostalCode=3011 AD\ncountry=NL"),
            new Row(NUMBER_FORMAT, CREDIT_LIMIT, "veel", "2500"));
    }

    @ParameterizedTest @MethodSource("rows") void what_is_corrected_where_it_was_typed_crosses(Row row) {
        scene = Scene.ofTwoPairedCompanies().bothHold(row.field(), "").inSync().types(SOURCE, row.field(), row.typed());
        scene.looksAt(SOURCE);
        assertThat(said(row.code()).subject()).isEqualTo(row.field().name());
        assertThat(scene.held(TARGET, row.field())).isEmpty();

        scene.types(SOURCE, row.field(), row.corrected()).looksAt(SOURCE);

        isQuietlyInSync(row.field(), row.corrected());
    }

    @ParameterizedTest @MethodSource("rows") void what_is_corrected_in_the_target_crosses_too(Row row) {
        scene = Scene.ofTwoPairedCompanies().bothHold(row.field(), "").inSync().types(TARGET, row.field(), row.typed());
        scene.looksAt(TARGET);
        said(row.code());

        scene.types(TARGET, row.field(), row.corrected()).looksAt(TARGET);

        isQuietlyInSync(row.field(), row.corrected());
    }

    @Test @Follows(UNMAPPABLE) void a_member_that_is_no_value_is_said_of_its_system_and_crosses_once_it_is_mended() {
        scene = Scene.ofTwoPairedCompanies().bothHold(BIRTH_DATE, "").inSync();
        showsAnObject().looksAt(SOURCE);
        assertThat(named(said(UNMAPPABLE))).isEqualTo(SOURCE);

        scene.types(SOURCE, BIRTH_DATE, "1986-02-28").looksAt(SOURCE);

        isQuietlyInSync(BIRTH_DATE, "1986-02-28");
    }

    @Test @Follows(UNMAPPABLE) void a_new_relation_is_born_without_a_member_that_is_no_value_until_it_is_mended() {
        scene.has(SOURCE, "S1", Values.NONE.with(NAME, "Bakker B.V.")).pair = Pair.firstSeen("relation", SOURCE, "S1");
        showsAnObject().looksAt(SOURCE);
        assertThat(named(said(UNMAPPABLE))).isEqualTo(SOURCE);

        scene.types(SOURCE, BIRTH_DATE, "1986-02-28").looksAt(SOURCE);

        isQuietlyInSync(BIRTH_DATE, "1986-02-28");
    }

    @Test @Follows(SHEET_AMOUNT) void an_amount_of_a_sheet_that_could_be_two_crosses_once_it_is_typed_as_one() {
        scene = Scene.ofTwoPairedCompanies().bothHold(CREDIT_LIMIT, "").inSync();
        scene.change(SOURCE, relation -> relation.with(relation.values().with(CREDIT_LIMIT, new Value.Invalid<>("5,000", SHEET_AMOUNT)))).looksAt(SOURCE);
        assertThat(said(SHEET_AMOUNT).subject()).isEqualTo("creditLimit");

        scene.types(SOURCE, CREDIT_LIMIT, "5000").looksAt(SOURCE);

        isQuietlyInSync(CREDIT_LIMIT, "5000");
    }

    private Scene showsAnObject() {
        var date = Codecs.date().read(JsonNodeFactory.instance.objectNode().put("jaar", 1986), Missing.ABSENT);
        return scene.change(SOURCE, relation -> relation.with(relation.values().with(BIRTH_DATE, date)));
    }
}
