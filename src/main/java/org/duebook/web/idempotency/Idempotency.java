package org.duebook.web.idempotency;

import org.duebook.web.problems.ProblemWriter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Makes the filter for the security chain, which is where the user is known; as a bean it would run everywhere. */
@Component
public class Idempotency {

    private final AnsweredRequests answers;
    private final ProblemWriter problems;
    private final PlatformTransactionManager transactions;

    Idempotency(AnsweredRequests answers, ProblemWriter problems, PlatformTransactionManager transactions) {
        this.answers = answers;
        this.problems = problems;
        this.transactions = transactions;
    }

    public IdempotentPosts filter() {
        return new IdempotentPosts(answers, problems, transactions);
    }
}
