package org.duebook.policy;

import org.duebook.shared.Money;

/**
 * A fine within the company.
 *
 * @param amount in the currency the rule names, whatever the house currency is
 * @param payer the role that is fined
 */
public record Fine(Money amount, String payer, Decision because) {}
