package org.duebook.web.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.duebook.shared.Fault;
import org.duebook.web.idempotency.AnsweredRequests.Answer;
import org.duebook.web.problems.BoundedBody;
import org.duebook.web.problems.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Does a POST with an {@code Idempotency-Key} once. Key, work and answer share one transaction: a process killed in the
 * middle leaves none of them, and the answer leaves the house only after the commit. Only successful answers are stored;
 * a refused request may be tried again under its key.
 */
public final class IdempotentPosts extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotentPosts.class);
    private static final String KEY = "Idempotency-Key";
    private static final Pattern LEGAL = Pattern.compile("[\\x21-\\x7e]{1,255}");
    /** Their answers are secrets, or they change nothing. */
    private static final Pattern LEFT_OUT = Pattern.compile(".*/(users|api-keys|rule-sets)(/.*)?");

    private final AnsweredRequests answers;
    private final ProblemWriter problems;
    private final TransactionTemplate transaction;

    IdempotentPosts(AnsweredRequests answers, ProblemWriter problems, PlatformTransactionManager transactions) {
        this.answers = answers;
        this.problems = problems;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod())
                || request.getHeader(KEY) == null
                || LEFT_OUT.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(KEY);
        if (!LEGAL.matcher(key).matches()) {
            Fault fault = new Fault(KEY, key, "1 to 255 visible ASCII characters", "send such a key, or none");
            problems.write(request, response, HttpStatus.BAD_REQUEST, fault);
            return;
        }
        byte[] hash = hash(request);
        if (hash == null) {
            Fault fault = new Fault(
                    "body",
                    "unreadable or too large parts",
                    "multipart/form-data within the upload limit",
                    "send a smaller file as a form does");
            problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE, fault);
            return;
        }
        Keyed keyed = new Keyed(Objects.requireNonNull(request.getRemoteUser(), "a signed-in user"), key, hash);
        ContentCachingResponseWrapper cached = new ContentCachingResponseWrapper(response);
        Outcome outcome = inTransaction(keyed, request, cached, chain);
        switch (outcome) {
            case Outcome.Done done -> cached.copyBodyToResponse();
            case Outcome.Stored stored -> replay(response, stored.answer());
            case Outcome.InFlight inFlight -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
                Fault fault = new Fault(KEY, key, "a key that is not in use", "ask again in a second");
                problems.write(request, response, HttpStatus.CONFLICT, fault);
            }
            case Outcome.OtherContent other -> {
                Fault fault = new Fault(
                        KEY, key, "a new key for other content", "send the first content again or choose a new key");
                problems.write(request, response, HttpStatus.UNPROCESSABLE_CONTENT, fault);
            }
            case Outcome.NotKept notKept -> {
                response.reset();
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
                Fault fault = new Fault(KEY, key, "an undisturbed transaction", "send it again");
                problems.write(request, response, HttpStatus.CONFLICT, fault);
            }
        }
    }

    private Outcome inTransaction(
            Keyed keyed, HttpServletRequest request, ContentCachingResponseWrapper response, FilterChain chain)
            throws ServletException, IOException {
        Thrown thrown = new Thrown();
        Outcome outcome;
        try {
            outcome = transaction.execute(status -> {
                try {
                    return work(keyed, request, response, chain, status);
                } catch (IOException | ServletException | RuntimeException failed) {
                    status.setRollbackOnly();
                    thrown.by = failed;
                    return new Outcome.NotKept();
                }
            });
        } catch (TransactionException | DataAccessException notCommitted) {
            LOG.warn("{} {} was not committed", request.getMethod(), request.getRequestURI(), notCommitted);
            return new Outcome.NotKept();
        }
        thrown.again();
        return outcome;
    }

    private Outcome work(
            Keyed keyed,
            HttpServletRequest request,
            ContentCachingResponseWrapper response,
            FilterChain chain,
            TransactionStatus status)
            throws ServletException, IOException {
        if (!answers.lock(keyed.owner(), keyed.key())) {
            return new Outcome.InFlight();
        }
        Answer before = answers.find(keyed.owner(), keyed.key()).orElse(null);
        if (before != null) {
            return Arrays.equals(before.requestHash(), keyed.hash())
                    ? new Outcome.Stored(before)
                    : new Outcome.OtherContent();
        }
        chain.doFilter(request, response);
        int given = response.getStatus();
        if (given >= 500) {
            status.setRollbackOnly();
        } else if (given < 400 && !status.isRollbackOnly()) {
            answers.keep(keyed.owner(), keyed.key(), answer(keyed, response));
        }
        return new Outcome.Done();
    }

    private static Answer answer(Keyed keyed, ContentCachingResponseWrapper response) {
        return new Answer(
                keyed.hash(),
                response.getStatus(),
                response.getContentType(),
                response.getHeader(HttpHeaders.LOCATION),
                response.getHeader(HttpHeaders.ETAG),
                response.getContentAsByteArray());
    }

    private static void replay(HttpServletResponse response, Answer answer) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Idempotent-Replayed", "true");
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.etag() != null) {
            response.setHeader(HttpHeaders.ETAG, answer.etag());
        }
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    /** Of method, address and content; null when the parts of an upload cannot be read. */
    private static byte @Nullable [] hash(HttpServletRequest request) throws IOException, ServletException {
        MessageDigest digest = Sha256.digest();
        String address = request.getMethod() + "\n" + request.getRequestURI() + "\n" + request.getQueryString() + "\n";
        digest.update(address.getBytes(StandardCharsets.UTF_8));
        if (!BoundedBody.isUpload(request)) {
            return digest.digest(BoundedBody.bytesOf(request));
        }
        try {
            for (Part part : request.getParts()) {
                String head = part.getName() + "\n" + part.getSubmittedFileName() + "\n" + part.getSize() + "\n";
                digest.update(head.getBytes(StandardCharsets.UTF_8));
                try (InputStream content = new DigestInputStream(part.getInputStream(), digest)) {
                    content.transferTo(OutputStream.nullOutputStream());
                }
            }
        } catch (IllegalStateException | ServletException unreadable) {
            LOG.debug("an upload could not be read", unreadable);
            return null;
        }
        return digest.digest();
    }

    private record Keyed(String owner, String key, byte[] hash) {}

    /** What became of a keyed request. */
    private sealed interface Outcome {
        record Done() implements Outcome {}

        record Stored(Answer answer) implements Outcome {}

        record InFlight() implements Outcome {}

        record OtherContent() implements Outcome {}

        record NotKept() implements Outcome {}
    }

    /** Carries an exception of the chain across the transaction's end. */
    private static final class Thrown {

        private @Nullable Exception by;

        void again() throws IOException, ServletException {
            switch (by) {
                case null -> {}
                case IOException failed -> throw failed;
                case ServletException failed -> throw failed;
                case RuntimeException failed -> throw failed;
                default -> throw new IllegalStateException(by);
            }
        }
    }
}
