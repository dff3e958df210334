package org.duebook.documents;

import java.util.List;
import java.util.Locale;
import org.duebook.shared.Language;
import org.duebook.shared.Words;

/** Lays a form out as XHTML for the PDF writer. Whatever comes from data is escaped; nothing of it is read as markup or style. */
final class FormHtml {

    private static final String STYLE = """
            @page { size: %1$dmm %2$dmm; margin: 14mm 12mm 16mm 12mm;
              @bottom-left { content: "%3$s"; font: 7.5pt %6$s; color: #555 }
              @bottom-right { content: %4$s; font: 7.5pt %6$s; color: #555 }
              @top-left { content: "%5$s"; font: 7.5pt %6$s; color: #555 } }
            @page :first { @top-left { content: "" } }
            * { font-family: %6$s }
            body { font-size: 8.5pt; line-height: 1.3; color: #111; margin: 0 }
            h1 { font-size: 17pt; font-weight: bold; margin: 0 0 2mm 0 }
            h2 { font-size: 11pt; font-weight: bold; margin: 5mm 0 1.5mm 0; page-break-after: avoid }
            h2.page { page-break-before: always }
            p { margin: 0 0 2.5mm 0; font-size: 10pt; word-wrap: break-word }
            table { border-collapse: collapse; width: 100%%; table-layout: fixed }
            table.facts { margin: 0 0 4mm 0 }
            table.facts td { padding: 0.4mm 6mm 0.4mm 0; vertical-align: top; word-wrap: break-word }
            .caption { color: #555 }
            table.grid { -fs-table-paginate: paginate; margin-bottom: 3mm; width: 99.5%% }
            table.grid th { background-color: #e3e8ee; border: 0.25mm solid #8a94a0; padding: 1mm 1.2mm; font-size: 8pt;
              font-weight: bold; text-align: left; vertical-align: middle; word-wrap: break-word }
            table.grid td { border: 0.2mm solid #b5bcc4; padding: 0.8mm 1.2mm; vertical-align: top; word-wrap: break-word }
            table.grid tr { page-break-inside: avoid }
            .num { text-align: right }
            table.grid th.num { text-align: right }
            .details { font-size: 7pt; color: #444 }
            tr.muted td { background-color: #f0f1f3 }
            tr.alert td { background-color: #fdecea }
            td.empty { text-align: center; padding: 6mm; color: #444; font-size: 10pt }
            table.signatures { margin-top: 10mm; page-break-inside: avoid }
            table.signatures td { padding: 0 8mm 0 0 }
            .line { border-bottom: 0.3mm solid #333; height: 11mm }
            """;

    private final Form form;
    private final StringBuilder html = new StringBuilder(64_000);

    private FormHtml(Form form) {
        this.form = form;
    }

    static String of(Form form, String fonts) {
        FormHtml page = new FormHtml(form);
        page.write(fonts);
        return page.html.toString();
    }

    private void write(String fonts) {
        html.append("<html><head><title>");
        text(form.title());
        html.append("</title><style>").append(style(fonts)).append("</style></head><body><h1>");
        text(form.title());
        html.append("</h1>");
        facts(form.facts());
        for (Form.Part part : form.parts()) {
            switch (part) {
                case Form.Part.Heading heading -> heading(heading);
                case Form.Part.Text text -> {
                    html.append("<p>");
                    text(text.text());
                    html.append("</p>");
                }
                case Form.Part.Facts facts -> facts(facts.facts());
                case Form.Part.Grid grid -> grid(grid);
            }
        }
        signatures();
        html.append("</body></html>");
    }

    private String style(String fonts) {
        return STYLE.formatted(
                form.paper().width(),
                form.paper().height(),
                quoted(form.note()),
                pageNumber(form.language()),
                quoted(form.title()),
                fonts);
    }

    /** The page's number in words, as CSS writes it: texts around two counters. */
    private static String pageNumber(Language language) {
        String[] words =
                Words.beside(Form.class, language).say("page", "\n", "\n").split("\n", -1);
        return "\"%s\" counter(page) \"%s\" counter(pages) \"%s\""
                .formatted(quoted(words[0]), quoted(words[1]), quoted(words[2]));
    }

    /** Inside a CSS string that stands inside a style element, only letters, digits and escapes by number (ended by a space) are safe. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        PlainText.of(text).codePoints().forEach(character -> {
            if (Character.isLetterOrDigit(character) || character == ' ') {
                quoted.appendCodePoint(character);
            } else {
                quoted.append("\\%06x ".formatted(character));
            }
        });
        return quoted.toString();
    }

    private void heading(Form.Part.Heading heading) {
        html.append(heading.beginsPage() ? "<h2 class='page'>" : "<h2>");
        text(heading.text());
        html.append("</h2>");
    }

    private void facts(List<Form.Fact> facts) {
        int columns = form.paper().isLandscape() ? 3 : 2;
        html.append("<table class='facts'>");
        for (int at = 0; at < facts.size(); at += columns) {
            html.append("<tr>");
            for (int column = at; column < at + columns; column++) {
                html.append("<td>");
                if (column < facts.size()) {
                    html.append("<span class='caption'>");
                    text(facts.get(column).caption());
                    html.append("</span>");
                    text(facts.get(column).text());
                }
                html.append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</table>");
    }

    private void grid(Form.Part.Grid grid) {
        int total = grid.columns().stream().mapToInt(Table.Column::width).sum();
        html.append("<table class='grid'><thead><tr>");
        for (int column = 0; column < grid.columns().size(); column++) {
            Table.Column wanted = grid.columns().get(column);
            html.append("<th").append(grid.isNumeric(column) ? " class='num'" : "");
            html.append(String.format(Locale.ROOT, " style='width:%.2f%%'>", 100.0 * wanted.width() / total));
            text(wanted.heading());
            html.append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (Table.Row row : grid.rows()) {
            html.append(
                    switch (row.tone()) {
                        case PLAIN -> "<tr>";
                        case MUTED -> "<tr class='muted'>";
                        case ALERT -> "<tr class='alert'>";
                    });
            row.values().forEach(this::cell);
            html.append("</tr>");
        }
        if (grid.rows().isEmpty()) {
            html.append("<tr><td class='empty' colspan='%d'>"
                    .formatted(grid.columns().size()));
            text(grid.whenEmpty());
            html.append("</td></tr>");
        }
        html.append("</tbody></table>");
    }

    private void cell(Table.Value value) {
        html.append(value.isNumeric() ? "<td class='num'>" : "<td>");
        if (value instanceof Table.Value.Stack stack) {
            text(stack.text());
            if (!stack.details().isEmpty()) {
                html.append("<div class='details'>");
                text(stack.details());
                html.append("</div>");
            }
        } else {
            text(value.in(form.language()));
        }
        html.append("</td>");
    }

    private void signatures() {
        if (form.signatures().isEmpty()) {
            return;
        }
        html.append("<table class='signatures'><tr>");
        for (String caption : form.signatures()) {
            html.append("<td><div class='line'></div><span class='caption'>");
            text(caption);
            html.append("</span></td>");
        }
        // A single field does not need the whole width.
        html.append(form.signatures().size() == 1 ? "<td></td></tr></table>" : "</tr></table>");
    }

    private void text(String text) {
        text.codePoints().forEach(character -> {
            switch (character) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '\'' -> html.append("&#39;");
                case '"' -> html.append("&quot;");
                case '\n' -> html.append("<br/>");
                default -> {
                    if (PlainText.mayStand(character)) {
                        html.appendCodePoint(character);
                    }
                }
            }
        });
    }
}
