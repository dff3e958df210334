package org.duebook.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Every sheet there is, a row or two in each, without a fault; tests break what they are about. */
final class SmallSheets {

    private static final String ALL = """
            plant
            name,zone,currency,reference_monday
            Small works,Europe/Berlin,EUR,2026-01-05

            calendars
            calendar,weekdays,from,to
            DAY,MON-FRI,06:00,14:00

            holidays
            date,calendar,name
            2026-01-06,,Epiphany

            work-centres
            code,name
            TURN,Turning
            COAT,Coating
            OUT,Vendors

            machines
            code,name,work_centre,calendar
            T-1,Lathe,TURN,DAY
            C-1,Coater,COAT,DAY

            downtime
            machine,from,to,reason
            T-1,2026-01-08 06:00,2026-01-08 10:00,Service

            changeovers
            work_centre,from_state,to_state,minutes
            COAT,RED,BLUE,20
            COAT,BLUE,RED,30

            items
            number,name,type,unit,price,cost,currency,lead_time_days
            SHAFT,Coated shaft,finished,pcs,50.00,20.00,EUR,
            CORE,Turned core,semi,pcs,,10.00,EUR,
            BAR,Steel bar,component,m,,2.00,EUR,10

            bills-of-material
            parent,component,quantity,operation
            SHAFT,CORE,1,10
            CORE,BAR,0.5,

            routings
            item,sequence,name,work_centre,setup_state,run_minutes_per_piece,batch_minutes,outside_supplier,outside_days
            SHAFT,10,Coat,COAT,RED,2,,,
            SHAFT,20,Plate,OUT,,,,Plating works,5
            CORE,10,Turn,TURN,,3,,,

            routing-machines
            item,sequence,machine,time_factor
            CORE,10,T-1,1

            stock
            item,quantity,unit
            BAR,40,m

            receipts
            number,item,quantity,unit,expected_date,supplier
            PU-1,BAR,100,m,2026-01-12,Steel trade

            customers
            number,name,country,status,contract_class,credit_limit,payment_terms_days
            K-1,Pumps ApS,DK,active,A,100000,30

            ship-tos
            customer,ship_to,name,address,country,transit_days
            K-1,MAIN,Works,"Havnegade 12, Aarhus",DK,2

            open-invoices
            number,customer,amount,due_date
            INV-1,K-1,100.00,2026-01-20

            orders
            number,order_date,customer,ship_to,type,channel,priority,delivery_term,currency
            SO-1,2026-01-05,K-1,MAIN,standard,email,5,delivered,EUR
            SO-2,2026-01-05,K-1,MAIN,blanket,email,5,delivered,EUR

            order-lines
            order,line,item,quantity,unit,unit_price,requested_date,tolerances_accepted
            SO-1,1,SHAFT,10,pcs,50.00,2026-03-02,yes
            SO-2,1,SHAFT,20,pcs,50.00,2026-03-16,yes

            releases
            order,line,date,quantity
            SO-2,1,2026-03-09,12
            SO-2,1,2026-03-16,8

            deliveries
            number,order,line,date,quantity
            DN-1,SO-1,1,2026-01-05,4
            """;

    private final Map<String, String> sheets = new LinkedHashMap<>();

    private SmallSheets() {
        for (String sheet : ALL.split("\n\n", -1)) {
            int end = sheet.indexOf('\n');
            sheets.put(sheet.substring(0, end), sheet.substring(end + 1));
        }
    }

    static SmallSheets all() {
        return new SmallSheets();
    }

    /** Writes other text where this one stands; a row's end is {@code \n}. */
    SmallSheets with(String sheet, String instead, String of) {
        String text = sheets.getOrDefault(sheet, "");
        assertThat(text).as(sheet).contains(of);
        sheets.put(sheet, text.replace(of, instead));
        return this;
    }

    SmallSheets withRow(String sheet, String row) {
        sheets.merge(sheet, row, (text, more) -> text.stripTrailing() + "\n" + more + "\n");
        return this;
    }

    SmallSheets without(String sheet) {
        assertThat(sheets.remove(sheet)).as(sheet).isNotNull();
        return this;
    }

    /** A zip of the sheets, as somebody would send it. */
    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> sheet : sheets.entrySet()) {
                zip.putNextEntry(new ZipEntry("sheets/" + sheet.getKey() + ".csv"));
                zip.write(sheet.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }
}
