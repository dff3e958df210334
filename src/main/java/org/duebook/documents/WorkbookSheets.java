package org.duebook.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFReader.SheetIterator;
import org.duebook.shared.Fault;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The worksheets of an xlsx workbook, read as they go by; only its texts and styles are held. Formulas and merged cells are
 * refused: what they show is not what is stored.
 */
final class WorkbookSheets {

    static {
        ZipSecureFile.setMaxEntrySize(ReadLimits.BYTES);
        ZipSecureFile.setMinInflateRatio(1.0 / ReadLimits.PACKED);
        ZipSecureFile.setMaxFileCount(ReadLimits.WORKBOOK_PARTS);
    }

    private WorkbookSheets() {}

    /** @param asShown whether it is one table, its cells the texts they show */
    static void read(String name, Path file, String key, boolean asShown, List<Sheet> sheets, List<Fault> faults) {
        List<Sheet> read = new ArrayList<>();
        try (OPCPackage packed = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            if (hasMacros(packed)) {
                faults.add(new Fault(name, "a workbook with macros", "a workbook without", "save it as .xlsx"));
                return;
            }
            read(name, new XSSFReader(packed), key, asShown, read, faults);
            sheets.addAll(read);
        } catch (IOException
                | OpenXML4JException
                | SAXException
                | ParserConfigurationException
                | RuntimeException broken) {
            // POI tells broken, too large and hostile files apart by exceptions of many kinds; all mean: not this file.
            faults.add(new Fault(
                    name,
                    "a workbook that cannot be read: " + broken.getMessage(),
                    "an .xlsx workbook",
                    "open it in a spreadsheet program and save it as .xlsx again"));
        }
    }

    private static boolean hasMacros(OPCPackage packed) throws OpenXML4JException {
        for (PackagePart part : packed.getParts()) {
            String type = part.getContentType();
            if (type.contains("macroEnabled") || type.contains("vbaProject")) {
                return true;
            }
        }
        return false;
    }

    private static void read(
            String name, XSSFReader workbook, String key, boolean asShown, List<Sheet> sheets, List<Fault> faults)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        Properties properties = new Properties();
        parse(workbook.getWorkbookData(), properties);
        if (properties.sheets > ReadLimits.SHEETS) {
            faults.add(new Fault(
                    name,
                    properties.sheets + " sheets",
                    "at most " + ReadLimits.SHEETS,
                    "send only the sheets to import"));
            return;
        }
        if (asShown && properties.sheets != 1) {
            faults.add(new Fault(
                    name,
                    properties.sheets + " sheets" + (properties.hidden == 0 ? "" : ", hidden ones too"),
                    "one sheet, the table",
                    "remove the others, or move them to a workbook of their own"));
            return;
        }
        SharedTexts texts = new SharedTexts();
        InputStream shared = workbook.getSharedStringsData();
        if (shared != null) {
            parse(shared, texts);
        }
        CellTexts cells = new CellTexts(texts.list(), workbook.getStylesTable(), properties.from1904, asShown);
        SheetIterator each = (SheetIterator) workbook.getSheetsData();
        while (each.hasNext()) {
            InputStream data = each.next();
            RowCollector rows = new RowCollector(each.getSheetName(), key, faults);
            WorksheetHandler handler = new WorksheetHandler(each.getSheetName(), cells, rows, faults);
            try {
                parse(data, handler);
            } catch (WorksheetHandler.Enough enough) {
                continue;
            }
            rows.sheet().ifPresent(sheets::add);
        }
    }

    /** DTDs are refused, so that no entity is ever looked up or multiplied. */
    private static void parse(InputStream data, ContentHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        try (data) {
            XMLReader reader = XMLHelper.newXMLReader();
            reader.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            reader.setContentHandler(handler);
            reader.parse(new InputSource(data));
        }
    }

    /** What a workbook says of itself. */
    private static final class Properties extends DefaultHandler {

        private int sheets;
        private int hidden;
        private boolean from1904;

        @Override
        public void startElement(
                @Nullable String uri, String local, @Nullable String qualified, Attributes attributes) {
            if (local.equals("sheet")) {
                sheets++;
                String state = attributes.getValue("state");
                hidden += state == null || state.equals("visible") ? 0 : 1;
            } else if (local.equals("workbookPr")) {
                String said = attributes.getValue("date1904");
                from1904 = "1".equals(said) || "true".equals(said);
            }
        }
    }
}
