package org.duebook.web.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.duebook.shared.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Reads a body of at most so many bytes into memory before anything works on it, so that it can be hashed and so that an
 * error can name the value it found; a larger one is 413. Uploads (multipart) pass: the container bounds them.
 */
public final class BoundedBody extends OncePerRequestFilter {

    private final int limit;
    private final ProblemWriter problems;

    public BoundedBody(int limit, ProblemWriter problems) {
        this.limit = limit;
        this.problems = problems;
    }

    /** The bytes of a request's body that went through this filter; empty for any other. */
    public static byte[] bytesOf(HttpServletRequest request) {
        Kept kept = WebUtils.getNativeRequest(request, Kept.class);
        return kept == null ? new byte[0] : kept.body.clone();
    }

    /** Whether the request is an upload. */
    public static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return isUpload(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long declared = request.getContentLengthLong();
        int most = declared < 0 ? limit + 1 : (int) Math.min(declared, limit + 1L);
        byte[] body = declared > limit ? null : request.getInputStream().readNBytes(most);
        if (body == null || body.length > limit) {
            String found = declared > limit ? declared + " bytes" : "more than " + limit + " bytes";
            Fault fault = new Fault("body", found, "at most " + limit + " bytes", "send less at once");
            problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE, fault);
            return;
        }
        chain.doFilter(new Kept(request, body), response);
    }

    /** A request whose body can be read as often as one likes. */
    private static final class Kept extends HttpServletRequestWrapper {

        private final byte[] body;

        Kept(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new KeptStream(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class KeptStream extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        KeptStream(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return bytes.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(@Nullable ReadListener listener) {
            throw new IllegalStateException("the body is in memory; read it at once");
        }
    }
}
