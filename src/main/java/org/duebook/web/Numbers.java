package org.duebook.web;

import org.duebook.web.problems.Refusal;

/** The number in the address is the number in the body. */
final class Numbers {

    private Numbers() {}

    static void same(String field, String inBody, String inAddress) {
        if (!inBody.equals(inAddress)) {
            throw Refusal.unprocessable(field, inBody, inAddress + " as in the address", "send the same in both");
        }
    }
}
