package org.duebook.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.duebook.documents.DocumentKind;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A file made for one download. It is made on disk first, so that what goes wrong is told before the first byte, and goes
 * when it was sent.
 */
public final class Download {

    public static final MediaType XLSX = MediaType.parseMediaType(DocumentKind.XLSX.mediaType());
    public static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private Download() {}

    /** Writes a file. */
    @FunctionalInterface
    public interface Writing {

        void to(OutputStream out) throws IOException;
    }

    public static ResponseEntity<Resource> of(String name, MediaType type, Writing writing) {
        try {
            Path file = Files.createTempFile("duebook-", ".download");
            try (OutputStream out = Files.newOutputStream(file)) {
                writing.to(out);
            } catch (IOException | RuntimeException | Error broken) {
                Files.delete(file);
                throw broken;
            }
            long size = Files.size(file);
            return ResponseEntity.ok()
                    .contentType(type)
                    .contentLength(size)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(name)
                                    .build()
                                    .toString())
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .body(new Sent(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE), size));
        } catch (IOException broken) {
            throw new UncheckedIOException("the file " + name + " could not be made", broken);
        }
    }

    private static final class Sent extends InputStreamResource {

        private final long size;

        Sent(InputStream content, long size) {
            super(content);
            this.size = size;
        }

        @Override
        public long contentLength() {
            return size;
        }

        @Override
        public boolean equals(@org.jspecify.annotations.Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
