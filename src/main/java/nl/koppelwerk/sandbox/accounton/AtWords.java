package nl.koppelwerk.sandbox.accounton;

/** The sentence that goes with a code; it never repeats what was sent, which may be a number of the Rijksregister. */
final class AtWords {

    private AtWords() {
    }

    static String of(String code) {
        return switch (code) {
            case "NAME_MISSING" -> "a first name and a last name are needed";
            case "EMAIL_MISSING" -> "an e-mail address is needed";
            case "EMAIL_FORMAT" -> "not an e-mail address";
            case "EMAIL_SHARED" -> "another client has this e-mail address";
            case "LANGUAGE_MISSING" -> "a language is needed";
            case "LANGUAGE_UNKNOWN" -> "not a language by ISO 639-1";
            case "LABEL_UNKNOWN" -> "not a label of the list";
            case "RRN_MISSING" -> "a national number is needed";
            case "RRN_FORMAT" -> "a national number has eleven digits";
            case "RRN_DATE" -> "the birth date in the number does not exist";
            case "RRN_CHECKSUM" -> "control number does not match";
            case "KIND_NOT_PERSON" -> "only persons can be imported";
            case "NO_QUESTIONNAIRE" -> "no questionnaire was chosen for this language";
            case "QUESTIONNAIRE_UNKNOWN" -> "there is no such questionnaire";
            case "ROW_UNKNOWN" -> "there is no such row in this list";
            case "ROW_APPLIED" -> "this row was added before";
            case "CLIENT_GONE" -> "the client is not there any more";
            case "TOO_LONG" -> "at most 255 characters";
            case "NOT_TEXT" -> "not a text";
            case "COUNTRY_CODE" -> "not a country by ISO 3166-1";
            default -> "cannot be written";
        };
    }
}
