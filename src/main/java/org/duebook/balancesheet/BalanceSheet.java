package org.duebook.balancesheet;

import java.util.List;
import org.springframework.stereotype.Service;

/** Door to the order balance sheet. */
@Service
public class BalanceSheet {

    /** Rows by due day, order and line. */
    public List<OrderBalance> rows(BalanceFilter filter) {
        throw new UnsupportedOperationException();
    }

    /** The sheet as an xlsx workbook: a real table with frozen header, widths and formats. */
    public byte[] workbook(BalanceFilter filter) {
        throw new UnsupportedOperationException();
    }
}
