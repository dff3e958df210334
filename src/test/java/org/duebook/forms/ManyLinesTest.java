package org.duebook.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.duebook.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sample of {@link BalanceSheetBenchmark}. */
@DatabaseTest
@Import(ManyLines.class)
class ManyLinesTest {

    private static final int LINES = 3_000;

    @Autowired
    private Forms forms;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyLineIsInTheWorkbookHoweverManyThereAre() throws IOException {
        jdbc.sql("truncate customer_order, accepted_release, promise cascade").update();
        ManyLines.fill(jdbc, LINES);

        assertThat(BalanceSheetDownload.of(forms).rows()).isEqualTo(LINES);
    }
}
