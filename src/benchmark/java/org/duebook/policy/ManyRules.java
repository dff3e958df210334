package org.duebook.policy;

import java.util.List;

/** Rule sets of a known size. */
final class ManyRules {

    private ManyRules() {}

    /** 40 rules on orders and late lines: of the shipped tables whole, or their first rows. */
    static RuleFolder forty() {
        RuleFolder shipped = RuleFolder.shipped();
        RuleFolder forty = RuleFolder.old();
        for (String table : List.of("credit", "deposit", "approval", "late-penalties")) {
            forty.put("tables/" + table + ".csv", shipped.text("tables/" + table + ".csv"));
        }
        first(forty, shipped, "tables/validation-order.csv", 6);
        first(forty, shipped, "tables/validation-lines.csv", 11);
        return forty;
    }

    private static void first(RuleFolder into, RuleFolder shipped, String table, int rows) {
        into.put(
                table,
                String.join("\n", shipped.text(table).lines().limit(rows + 1).toList()) + "\n");
    }

    /** The forty and, in the table of deposits, so many rows on ranges of amounts. */
    static RuleFolder withDeposits(int rows) {
        StringBuilder table = new StringBuilder(
                "id,order type,new customer,amount,deposit paid,deposit,message,valid from,valid to,note\n");
        for (int row = 0; row < rows; row++) {
            table.append("BIG-%d,CUSTOM,-,%d..%d.99 EUR,%d %%,%d %%,%d in advance,,,\n"
                    .formatted(row, row * 100, row * 100 + 99, 5 + row % 40, 5 + row % 40, row));
        }
        return forty().put("tables/deposit.csv", table.toString());
    }
}
