package org.duebook.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.duebook.imports.Exports;
import org.duebook.web.api.ExportsApi;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ExportsController implements ExportsApi {

    private final Exports exports;
    private final HttpServletRequest request;

    ExportsController(Exports exports, HttpServletRequest request) {
        this.exports = exports;
        this.request = request;
    }

    @Override
    public ResponseEntity<Resource> exportPlant() {
        return wantsZip()
                ? Download.of("duebook.zip", Download.ZIP, out -> exports.write(Exports.Form.CSV, out))
                : Download.of("duebook.xlsx", Download.XLSX, out -> exports.write(Exports.Form.WORKBOOK, out));
    }

    /** Whether the zip comes before the workbook in Accept; a wildcard gets the workbook. */
    private boolean wantsZip() {
        List<MediaType> accepted = MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT));
        MimeTypeUtils.sortBySpecificity(accepted);
        for (MediaType wanted : accepted) {
            if (wanted.includes(Download.XLSX)) {
                return false;
            }
            if (wanted.includes(Download.ZIP)) {
                return true;
            }
        }
        return false;
    }
}
