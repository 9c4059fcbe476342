package nl.koppelwerk.sheet;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What the parts of a workbook hold, all of them together. */
final class PartFindings {

    /** Of text that more than one cell may have, with what holding it costs; a hundred thousand people need half of it. */
    private static final long MOST_SHARED = 160_000_000;
    private static final int COST_OF_A_TEXT = 50;
    private static final XMLInputFactory XML = parser();

    private long unpacked;
    private long fewestTexts = Long.MAX_VALUE;
    private long highestReference = -1;

    void look(ZipFile zip, ZipEntry part) throws IOException {
        try (var in = new MeasuredPart(zip.getInputStream(part), part.getCompressedSize(), unpacked)) {
            var reading = new PartReading();
            if (!read(in, reading) && reading.matters()) throw Refusals.damaged(Math.max(1, reading.line()));
            in.drain();
            unpacked = in.unpackedSoFar();
            if (reading.isOfTexts()) fewestTexts = Math.min(fewestTexts, reading.texts());
            highestReference = Math.max(highestReference, reading.highestReference());
        }
    }

    /** A part that is no XML is none that is read. */
    private static boolean read(MeasuredPart in, PartReading part) throws IOException {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            while (xml.hasNext()) {
                part.follow(xml, xml.next());
                checkShared(part);
            }
            return true;
        // The parser reads texts when they are asked for, and then says otherwise what is wrong with them.
        } catch (XMLStreamException | UncheckedStreamException malformed) {
            return false;
        }
    }

    private static void checkShared(PartReading part) {
        if (part.isOfTexts() && part.characters() + part.texts() * COST_OF_A_TEXT > MOST_SHARED) throw Refusals.tooLarge("too much different text");
    }

    /** A cell that names a text that is not there would be read as blank. */
    void checkReferences() {
        if (highestReference >= 0 && (fewestTexts == Long.MAX_VALUE || highestReference >= fewestTexts)) throw Refusals.damaged(1);
    }

    private static XMLInputFactory parser() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        return factory;
    }
}
