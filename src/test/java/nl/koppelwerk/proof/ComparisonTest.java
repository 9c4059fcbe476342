package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison itself is tried on records that are known to be equal, and on each kind of difference. */
class ComparisonTest {

    private static final String COMPANY = """
            {"id":"AC-000000001","soort":"BEDRIJF","relatietypen":["CLIENT"],"bedrijfsnaam":"Sørensen B.V.","telefoonnummer":"010 123 4567","email":"Info@sorensen.nl",
            "website":"https://sorensen.nl/","kvk":"68750110","adressen":[{"type":"HOOFDKANTOOR","straat":"Kade","huisnummer":"12","toevoeging":"A","postcode":"3011 AD","plaats":"Rotterdam","land":"NL"}],
            "contactpersonen":[{"id":"AC-C-1","voornamen":"Zoë","achternaam":"Berg","geslacht":"V","mobiel":"06-12345678","functie":"Directeur"}]}""";
    private static final String OUTSIDE = "{'id':'AC-000000002','soort':'PARTICULIER','relatietypen':['WEDERPARTIJ'],'naam':'Jansen'}".replace('\'', '"');
    private static final List<String> TRIBE = Stream.of(
            "{'_Set':'Relation_Organization','ID':'o1','ImportId':'AC-000000001','Name':'Sørensen B.V.','PhoneNumber':'+31101234567','EmailAddress':'info@sorensen.nl','Website':'sorensen.nl','ChamberOfCommerceNumber':'68750110','VisitingAddress':{'ID':'a1'}}",
            "{'_Set':'Address','ID':'a1','Street':'Kade','HouseNumber':12.0,'HouseNumberSuffix':'a','Postalcode':'3011AD','City':'Rotterdam','Country':{'ID':'nl'}}",
            "{'_Set':'Datastore_Country','ID':'nl','Code':'NL'}", "{'_Set':'Datastore_Role','ID':'r1','Name':'Directeur'}", "{'_Set':'Datastore_Gender','ID':'g1','Name':'Vrouw'}",
            "{'_Set':'Relationship_Organization_CommercialRelationship_Customer','ID':'c1','Organization':{'ID':'o1'}}",
            "{'_Set':'Relationship_Person_Contact_Standard','ID':'k1','Relation':{'ID':'o1'},'Person':{'ID':'p1'},'Role':{'ID':'r1'},'MobilePhoneNumber':'+31612345678'}",
            "{'_Set':'Relation_Person','ID':'p1','FirstName':'Zoë','LastName':'Berg','Gender':{'ID':'g1'},'MobilePhoneNumber':'0031612345678'}")
            .map(line -> line.replace('\'', '"')).toList();

    @Test
    void two_spellings_of_the_same_are_equal() {
        var verdict = compare(TRIBE);

        assertThat(verdict.differences()).isEmpty();
        assertThat(verdict.wanted()).isEqualTo(1);
        assertThat(verdict.leftOut()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"+31101234567,+31101234568", "Sørensen B.V.,Sorensen B.V.", "12.0,14", "Berg,Bergen", "Vrouw,Man", "68750110,68750111", "_Customer,_Lead",
            "0031612345678,0031612345679", "AC-000000001,AC-000000002", "AC-000000001,''", "'\"VisitingAddress\":{\"ID\":\"a1\"}','\"PostalAddress\":{\"ID\":\"a1\"}'"})
    void a_value_that_differs_is_found(String was, String becomes) {
        assertThat(compare(TRIBE.stream().map(line -> line.replace(was, becomes)).toList()).differences()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "6", "7", "5"})
    void a_record_that_is_there_twice_is_found(int record) {
        var again = TRIBE.get(record).replaceFirst("\"ID\":\"..\"", "\"ID\":\"zz\"");

        assertThat(compare(Stream.concat(TRIBE.stream(), Stream.of(again)).toList()).differences()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "5", "6"})
    void a_record_that_is_not_there_is_found(int record) {
        assertThat(compare(TRIBE.stream().filter(line -> !line.equals(TRIBE.get(record))).toList()).differences()).isNotEmpty();
    }

    private static Comparison.Verdict compare(List<String> tribe) {
        return Comparison.of(List.of(json(COMPANY), json(OUTSIDE)), tribe.stream().map(ComparisonTest::json).toList(), Map.of("CLIENT", "Customer", "WEDERPARTIJ", ""), true);
    }

    private static JsonNode json(String text) {
        try {
            return JsonCalls.JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
