@NullMarked
package org.duebook.policy.guard;

import org.jspecify.annotations.NullMarked;
